"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { readError } from "#components/form/read-error.ts";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { History as Entity } from "../rules.ts";
import { useEventWords } from "./event-words.ts";

type Props = {
  entity: Entity;
  id: string;
  /** The reader's world, for a border point: its access is of one world. */
  exercise?: boolean;
  /** Of the place, where what happened has one. */
  timeZone?: string | null;
};
type Event = RouterOutputs["audit"]["history"][number];

/** What happened to one thing, as far as the reader may read it; who did it is said only of oneself. */
export function History({ timeZone, ...asked }: Props) {
  const t = useTranslations("audit.history");
  const trpc = useTRPC();
  const readable = useCan()("history:read");
  const history = useQuery({
    ...trpc.audit.history.queryOptions(asked),
    enabled: readable,
  });
  if (!readable || (history.error && readError(history.error).fallback === "not_found")) return null;
  return (
    <Card title={t("title")} note={t("noNames")}>
      <Known query={history} waiting={<SkeletonLines lines={3} />}>
        {(events) =>
          events.length === 0 ? <p>{t("empty")}</p> : <Events events={events} timeZone={timeZone ?? "UTC"} />
        }
      </Known>
    </Card>
  );
}

function Events({ events, timeZone }: { events: readonly Event[]; timeZone: string }) {
  const t = useTranslations("audit.history");
  const words = useEventWords();
  const format = useFormatter();
  const versioned = (event: Event) => {
    const what = words.event(event);
    return event.version === null ? what : t("version", { what, version: event.version });
  };
  const said = (event: Event) => {
    const [what, fields] = [versioned(event), words.more(event)];
    return fields === "" ? what : t("of", { what, fields });
  };
  const lines = events.map((event) => ({
    key: `${event.chain}.${event.seq}`,
    when: format.dateTime(event.at, "moment", { timeZone }),
    what: said(event),
    who: event.mine ? t("you") : t("someone"),
  }));
  return (
    <SimpleTable
      label={t("title")}
      columns={[
        { header: t("when", { zone: timeZone.replaceAll("-", "\u2011") }), roomy: true },
        { header: t("what") },
        { header: t("who") },
      ]}
      rows={foldEqual(lines).map(({ key, when, what, who, times }) => ({
        key,
        cells: [when, times === 1 ? what : t("times", { what, times }), who],
      }))}
    />
  );
}

type Line = { key: string; when: string; what: string; who: string };

/** What reads the same and happened one after the other within a minute stands once, with how often. */
function foldEqual(lines: readonly Line[]): (Line & { times: number })[] {
  const folded: (Line & { times: number })[] = [];
  for (const line of lines) {
    const last = folded.at(-1);
    const same = last && last.when === line.when && last.what === line.what && last.who === line.who;
    if (same) last.times += 1;
    else folded.push({ ...line, times: 1 });
  }
  return folded;
}
