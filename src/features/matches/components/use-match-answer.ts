"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDraftOwner } from "#components/form/drafts.tsx";
import { useSaid } from "#components/form/use-said.ts";
import { keepWorld } from "#components/layout/keep-world.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { newId } from "#lib/ids.ts";
import { findUnderWay } from "#offline/under-way.ts";
import { useOutbox } from "#offline/use-outbox.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Story } from "./match-types.ts";

/** The answer to the reviewer: kept while typed, then through the outbox; what came back stands in the field again with the reason. */
export function useMatchAnswer(story: Story) {
  const { id, version } = story;
  const outbox = useOutbox(useDraftOwner());
  const trpc = useTRPC();
  const queries = useQueryClient();
  const format = useFormatter();
  const { waits, refused } = findUnderWay(outbox.entries, {
    kind: "match.answer",
    is: (input) => input.id === id,
  });
  const { text, type, sent } = useSaid(`answer:${id}`, refused?.input.text);
  const [fresh, setFresh] = useState(newId);
  const [pending, setPending] = useState(false);
  const onSend = async () => {
    if (pending) return;
    setPending(true);
    const remarkId = refused?.id ?? fresh;
    const about = {
      title: story.point.name,
      day: format.dateTime(story.detectedAt, "momentZone", { timeZone: story.point.timeZone }),
      href: keepWorld(`/matches/${id}`, story.operation.exercise),
    };
    await outbox.file("match.answer", { id, version, remarkId, text }, { ...about, id: remarkId });
    sent();
    setFresh(newId());
    setPending(false);
    await queries.invalidateQueries({ queryKey: trpc.matches.pathKey() });
  };
  return { text, type, pending, onSend: () => void onSend(), error: refused?.error, waits };
}
