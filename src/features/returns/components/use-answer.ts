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
import type { PointDayData } from "./return-shapes.ts";

type Asked = { remarkId: string; day: PointDayData };

/** The answer to one question: kept while typed, then through the outbox. What came back stands in the field again, with the reason. */
export function useAnswer({ remarkId, day }: Asked) {
  const outbox = useOutbox(useDraftOwner());
  const trpc = useTRPC();
  const queries = useQueryClient();
  const format = useFormatter();
  const { waits, refused } = findUnderWay(outbox.entries, {
    kind: "return.answer",
    is: (input) => input.remarkId === remarkId,
  });
  const { text, type, sent } = useSaid(`answer:${remarkId}`, refused?.input.text);
  const [fresh] = useState(newId);
  const [pending, setPending] = useState(false);
  const send = async () => {
    if (pending) return;
    setPending(true);
    await outbox.file(
      "return.answer",
      { id: refused?.id ?? fresh, remarkId, text },
      {
        title: day.point.name,
        day: format.dateTime(new Date(`${day.localDate}T00:00:00Z`), "dayMonth"),
        href: keepWorld(`/returns/${day.id}`, day.operation.exercise),
      },
    );
    sent();
    setPending(false);
    await queries.invalidateQueries(trpc.returns.pathFilter());
  };
  return { text, type, send, pending, waits, error: refused?.error };
}
