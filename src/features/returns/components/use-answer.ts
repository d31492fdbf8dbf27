"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useDraftOwner } from "#components/form/drafts.tsx";
import { useSaid } from "#components/form/use-said.ts";
import { keepWorld } from "#components/layout/keep-world.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useAnswering } from "#offline/use-answering.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { PointDayData } from "./return-shapes.ts";

type Asked = { remarkId: string; day: PointDayData };

/** The answer to one question: kept while typed, then through the outbox. What came back stands in the field again, with the reason. */
export function useAnswer({ remarkId, day }: Asked) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const format = useFormatter();
  const { before, send, ...answer } = useAnswering({
    personId: useDraftOwner(),
    kind: "return.answer",
    is: (input) => input.remarkId === remarkId,
  });
  const { text, type, sent } = useSaid(`answer:${remarkId}`, before?.text);
  const onSend = async () => {
    const about = {
      title: day.point.name,
      day: format.dateTime(new Date(`${day.localDate}T00:00:00Z`), "dayMonth"),
      href: keepWorld(`/returns/${day.id}`, day.operation.exercise),
    };
    if (await send((id) => ({ id, remarkId, text }), about)) sent();
    await queries.invalidateQueries(trpc.returns.pathFilter());
  };
  return { ...answer, text, type, onSend: () => void onSend() };
}
