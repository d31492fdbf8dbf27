"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useDraftOwner } from "#components/form/drafts.tsx";
import { useSaid } from "#components/form/use-said.ts";
import { keepWorld } from "#components/layout/keep-world.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { useAnswering } from "#offline/use-answering.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Details } from "./correction-kinds.ts";

export function useRefresh() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: trpc.outcomes.pathKey() }),
      queries.invalidateQueries({ queryKey: trpc.audit.history.pathKey() }),
    ]);
}

/** What the outbox says a result is about, and where it is opened again. */
export function useAboutResult() {
  const format = useFormatter();
  const locale = useLocale();
  return ({ kind, id, ...row }: Details) => ({
    title: row.point ?? countryName(row.countryCode, locale),
    day: format.dateTime(new Date(`${row.localDate}T00:00:00Z`), "dayMonth"),
    href: keepWorld(`/results/${kind}/${id}`, row.exercise),
  });
}

/** The answer to the reviewer: through the outbox, and what came back stands in the field again with the reason. */
export function useResultAnswer(result: Details) {
  const { kind, id, version } = result;
  const about = useAboutResult();
  const refresh = useRefresh();
  const { before, send, ...answer } = useAnswering({
    personId: useDraftOwner(),
    kind: "result.answer",
    is: (input) => input.id === id,
  });
  const { text, type, sent } = useSaid(`answer:${id}`, before?.text);
  const onSend = async () => {
    if (await send((remarkId) => ({ kind, id, version, remarkId, text }), about(result))) sent();
    await refresh();
  };
  return { ...answer, text, type, onSend: () => void onSend() };
}
