"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useDraftOwner } from "#components/form/drafts.tsx";
import { useSaid } from "#components/form/use-said.ts";
import { keepWorld } from "#components/layout/keep-world.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useAnswering } from "#offline/use-answering.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Story } from "./match-types.ts";

/** The answer to the reviewer: kept while typed, then through the outbox; what came back stands in the field again with the reason. */
export function useMatchAnswer(story: Story) {
  const { id, version } = story;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const format = useFormatter();
  const { before, send, ...answer } = useAnswering({
    personId: useDraftOwner(),
    kind: "match.answer",
    is: (input) => input.id === id,
  });
  const { text, type, sent } = useSaid(`answer:${id}`, before?.text);
  const onSend = async () => {
    const about = {
      title: story.point.name,
      day: format.dateTime(story.detectedAt, "momentZone", { timeZone: story.point.timeZone }),
      href: keepWorld(`/matches/${id}`, story.operation.exercise),
    };
    if (await send((remarkId) => ({ id, version, remarkId, text }), about)) sent();
    await queries.invalidateQueries({ queryKey: trpc.matches.pathKey() });
  };
  return { ...answer, text, type, onSend: () => void onSend() };
}
