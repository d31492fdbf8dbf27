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
import type { History as Entity } from "../rules.ts";
import { useEventWords } from "./event-words.ts";

type Props = { entity: Entity; id: string; title?: string };

/** What happened to one thing, as far as the reader may read it; who did it is said only of oneself. */
export function History({ entity, id, title }: Props) {
  const t = useTranslations("audit.history");
  const words = useEventWords();
  const format = useFormatter();
  const trpc = useTRPC();
  const readable = useCan()("history:read");
  const history = useQuery({
    ...trpc.audit.history.queryOptions({ entity, id }),
    enabled: readable,
  });
  if (!readable || (history.error && readError(history.error).fallback === "not_found")) return null;
  return (
    <Card title={title ?? t("title")} note={t("noNames")}>
      <Known query={history} waiting={<SkeletonLines lines={3} />}>
        {(data) => (
          <>
            {data.length === 0 && <p>{t("empty")}</p>}
            {data.length > 0 && (
              <SimpleTable
                label={title ?? t("title")}
                columns={[{ header: t("when") }, { header: t("what") }, { header: t("who") }]}
                rows={data.map((event) => ({
                  key: `${event.chain}.${event.seq}`,
                  cells: [
                    format.dateTime(event.at, "moment"),
                    event.version === null
                      ? words.event(event)
                      : `${words.event(event)}, ${t("version", { version: event.version })}`,
                    event.mine ? t("you") : t("someone"),
                  ],
                }))}
              />
            )}
          </>
        )}
      </Known>
    </Card>
  );
}
