"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useEventWords } from "#features/audit/components/event-words.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";

const ACTIONS = {
  "operation.imported": "imported",
  "operation.replaced": "replaced",
  "operation.opened": "opened",
  "operation.revised": "revised",
  "operation.cloned": "cloned",
  "operation.state_changed": "stateChanged",
  "figure_set.held": "figureSet",
  "news.added": "news",
  "daily_return.filed": "returnFiled",
  "daily_return.validated": "returnValidated",
  "point_day.validated": "returnValidated",
} as const;
const KINDS = {
  daily_return: "returnOther",
  match: "match",
  outcome: "outcome",
  confirmation: "match",
} as const;

/** What happened to the operation, as far as the reader may see it; no names of people. */
export function OperationHistory({ operationId }: { operationId: string }) {
  const t = useTranslations("operations.history");
  const audited = useEventWords();
  const format = useFormatter();
  const trpc = useTRPC();
  const history = useQuery(trpc.audit.history.queryOptions({ entity: "operation", id: operationId }));
  return (
    <Known query={history} title={t("title")} waiting={<SkeletonLines lines={6} />}>
      {(data) => {
        const words = (event: { entity: string; action: string }) => {
          const kind = event.action.split(".")[0] ?? "";
          const key = ACTIONS[event.action as keyof typeof ACTIONS] ?? KINDS[kind as keyof typeof KINDS];
          return key ? t(`action.${key}`) : audited.event(event);
        };
        return (
          <Card title={t("title")} note={t("noNames")}>
            {data.length === 0 ? (
              <p>{t("empty")}</p>
            ) : (
              <SimpleTable
                label={t("title")}
                columns={[{ header: t("when") }, { header: t("what") }, { header: t("who") }]}
                rows={data.map((event) => ({
                  key: `${event.chain}-${event.seq}`,
                  cells: [
                    format.dateTime(event.at, "moment"),
                    event.version === null
                      ? words(event)
                      : `${words(event)}, ${t("version", { version: event.version })}`,
                    event.mine ? t("you") : t("someone"),
                  ],
                }))}
              />
            )}
          </Card>
        );
      }}
    </Known>
  );
}
