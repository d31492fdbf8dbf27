"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import type { CountUnit } from "#generated/prisma/enums.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import { COMPARED_DAYS } from "../rules.ts";
import type { Session } from "./training-types.ts";
import styles from "./training.module.css";

type Point = RouterOutputs["training"]["checksAround"][number];
type Side = Point["checks"][number]["before"];

/** Whether the border points served check more afterwards: two numbers side by side, never coloured, never a verdict. */
export function ChecksAround({ session }: { session: Session }) {
  const t = useTranslations("training.around");
  const trpc = useTRPC();
  const around = useQuery(trpc.training.checksAround.queryOptions({ id: session.id }));
  return (
    <Known query={around} title={t("title")} waiting={<SkeletonLines lines={3} />}>
      {(data) => (
        <Card title={t("title")} note={t("window", { days: COMPARED_DAYS })}>
          {data.length === 0 ? <p>{t("noPoints")}</p> : <Around points={data} />}
          {data.length > 0 && <p className={styles.quiet}>{t("note")}</p>}
        </Card>
      )}
    </Known>
  );
}

function Around({ points }: { points: readonly Point[] }) {
  const t = useTranslations("training.around");
  const terms = useTranslations("terms.checksIn");
  const locale = useLocale();
  const named = (point: Point) => (
    <span>
      <WorldLink href={`/points/${point.id}`}>{point.name}</WorldLink>
      <small className={styles.quiet}>{countryName(point.countryCode, locale)}</small>
    </span>
  );
  return (
    <SimpleTable
      label={t("title")}
      stacked
      columns={[
        { header: t("point") },
        { header: t("measure") },
        { header: t("before"), align: "end" },
        { header: t("after"), align: "end" },
      ]}
      rows={points.flatMap((point) =>
        point.checks.length === 0
          ? [
              {
                key: point.id,
                cells: [named(point), "—", <PerDay key="b" side={null} />, <PerDay key="a" side={null} />],
              },
            ]
          : point.checks.map(({ unit, before, after }) => ({
              key: `${point.id} ${unit}`,
              cells: [
                named(point),
                terms(unit as CountUnit),
                <PerDay key="b" side={before} />,
                <PerDay key="a" side={after} />,
              ],
            })),
      )}
    />
  );
}

/** Per day on which checks were reported; nothing reported is a dash, not a zero. */
function PerDay({ side }: { side: Side }) {
  const t = useTranslations("training.around");
  const format = useFormatter();
  if (side === null)
    return (
      <span>
        — <small className={styles.quiet}>{t("notReported")}</small>
      </span>
    );
  return (
    <span>
      {t("perDay", { checks: format.number(Math.round(side.perDay), "count") })}
      <small className={styles.quiet}>{t("onDays", { days: side.days })}</small>
    </span>
  );
}
