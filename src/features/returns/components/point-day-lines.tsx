"use client";

import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { PointDayData } from "./return-shapes.ts";
import { QueryForm } from "./query-form.tsx";
import { Remarks } from "./remarks.tsx";
import { ReturnStateBadge } from "./return-state-badge.tsx";
import styles from "./point-day.module.css";

type Line = PointDayData["lines"][number];

/** The lines of a return, each with its unit and basis; a second basis stands beside the first with the gap, never added. */
export function PointDayLines({ day }: { day: PointDayData }) {
  const t = useTranslations("returns.day");
  const terms = useTranslations("terms");
  const format = useFormatter();
  return (
    <Card title={t("checks")} note={t("increments")}>
      {day.kind === "no_checks" ? (
        <Notice tone="plain" title={t("noChecks")}>
          {day.noChecksReason && <p>{terms(`noChecksReason.${day.noChecksReason}`)}</p>}
        </Notice>
      ) : (
        <ul className={styles.lines}>
          {day.lines.map((line) => (
            <LineRow key={line.id} day={day} line={line} />
          ))}
        </ul>
      )}
      {day.note && (
        <p className={styles.note}>
          <b>{t("note")}</b> <bdi>{day.note}</bdi>
        </p>
      )}
      <p className={styles.hint}>
        {t("filed", { at: format.dateTime(day.submittedAt, "momentZone", { timeZone: day.timeZone }) })}
        {day.mine && ` · ${t("byYou")}`}
      </p>
    </Card>
  );
}

function LineRow({ day, line }: { day: PointDayData; line: Line }) {
  const t = useTranslations("returns.day");
  const terms = useTranslations("terms");
  const basis = useTranslations("returns.form.basisName");
  const format = useFormatter();
  const can = useCan();
  const name = `${terms(`database.${line.database}`)} · ${terms(`unit.${line.unit}`)}`;
  const gap = gapOf(day, line);
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.words}>
          <b>{name}</b>
          <small>
            {[
              basis(line.basis),
              line.direction && terms(`direction.${line.direction}`),
              gap !== null &&
                t("gap", { gap: format.number(gap, { signDisplay: "always", numberingSystem: "latn" }) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </small>
        </span>
        <span className={styles.number}>{format.number(line.count, "count")}</span>
        {line.counts ? <ReturnStateBadge state={line.review} /> : <Chip>{t("notCounted")}</Chip>}
        {can("return:validate") && line.review === "submitted" && day.supersededAt === null && (
          <QueryForm
            returnId={day.id}
            target={{ lineId: line.id }}
            label={t("query")}
            spoken={t("queryOf", { what: name })}
          />
        )}
      </div>
      <Remarks remarks={line.remarks} day={day} />
    </li>
  );
}

/** How far a line that does not count lies from the one that does; null for the one that counts. */
function gapOf(day: PointDayData, line: Line): number | null {
  if (line.counts) return null;
  const counted = day.lines.find(
    (other) =>
      other.counts &&
      other.database === line.database &&
      other.unit === line.unit &&
      other.direction === line.direction,
  );
  return counted ? line.count - counted.count : null;
}
