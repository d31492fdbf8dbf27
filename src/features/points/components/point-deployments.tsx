"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { Point } from "./point-types.ts";

/** Operations deployed here, as far as the reader may know of them. */
export function PointDeployments({ point }: { point: Point }) {
  const t = useTranslations("points.deployments");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const day = (date: string) => format.dateTime(new Date(date), "day");
  const { deployments } = point;
  return (
    <Card title={t("title")}>
      {deployments.length === 0 ? (
        <p>{t("empty")}</p>
      ) : (
        <SimpleTable
          label={t("title")}
          columns={[{ header: t("operation") }, { header: t("dates") }, { header: t("state") }]}
          rows={deployments.map(({ id, operation, startsOn, endsOn }) => ({
            key: id,
            cells: [
              <WorldLink key="name" href={`/operations/${operation.slug}`}>
                <bdi>{operation.codename}</bdi>
              </WorldLink>,
              startsOn || endsOn
                ? [startsOn, endsOn].map((date) => (date ? day(date) : "…")).join(" – ")
                : t("open"),
              terms(`operationState.${operation.state}`),
            ],
          }))}
        />
      )}
    </Card>
  );
}
