"use client";

import { useLocale, useTranslations } from "next-intl";
import { CountField } from "#components/form/count-field.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { isUnusual } from "../rules.ts";
import type { DraftLine } from "../schema.ts";
import { knownOf, type FormLine, type ReturnFormData } from "./return-draft.ts";
import styles from "./return-form.module.css";

type Props = {
  form: ReturnFormData;
  lines: readonly DraftLine[];
  onCount: (id: string, count: number | null) => void;
};

/** One row a database and unit: the increment on a keypad, the running total it makes, a word when it is unusual. */
export function ReturnLines({ form, lines, onCount }: Props) {
  return (
    <div className={styles.rows}>
      {lines.map((line, index) => (
        <ReturnLine
          key={line.id}
          form={form}
          line={line}
          first={index === 0}
          onCount={(count) => onCount(line.id, count)}
        />
      ))}
    </div>
  );
}

type LineProps = {
  form: ReturnFormData;
  line: DraftLine;
  first: boolean;
  onCount: (count: number | null) => void;
};

function ReturnLine({ form, line, first, onCount }: LineProps) {
  const terms = useTranslations("terms");
  const known = knownOf(form, line);
  const database = terms(`database.${line.database}`);
  const unit = terms(`unit.${line.unit}`);
  const detail = line.direction === null ? "" : ` · ${terms(`direction.${line.direction}`)}`;
  return (
    <>
      <div className={styles.row}>
        <label htmlFor={line.id} className={styles.rowWords}>
          <span>
            <b>{database}</b> · {unit}
            {detail}
          </span>
          <small>
            <RunningTotal form={form} known={known} count={line.count} first={first} />
          </small>
        </label>
        <CountField
          id={line.id}
          aria-label={`${database}, ${unit}${detail}`}
          value={line.count}
          onChange={onCount}
          className={styles.count}
        />
      </div>
      <Unusual form={form} known={known} count={line.count} />
    </>
  );
}

type KnownProps = { form: ReturnFormData; known: FormLine | undefined; count: number | null };

function RunningTotal({ form, known, count, first }: KnownProps & { first: boolean }) {
  const t = useTranslations("returns.form");
  const format = useFormatter();
  const locale = useLocale();
  const total = known?.total ?? 0;
  if (count !== null)
    return t(first ? "totalMoves" : "totalMovesShort", {
      country: countryName(form.countryCode, locale),
      before: format.number(total, "count"),
      after: format.number(total + count, "count"),
    });
  const yesterday = known?.yesterday;
  return yesterday === null || yesterday === undefined
    ? t("notYesterday")
    : t("yesterday", { count: format.number(yesterday, "count") });
}

function Unusual({ form, known, count }: KnownProps) {
  const t = useTranslations("returns.form");
  const format = useFormatter();
  const usual = known?.usual ?? null;
  const shown = count !== null && usual !== null && isUnusual(count, usual);
  return (
    <div aria-live="polite" className={styles.unusual}>
      {shown && (
        <Notice tone="wait">
          {t(usual.basedOn === "weekday" ? "unusualWeekday" : "unusualDay", {
            count: format.number(count, "count"),
            usual: format.number(usual.count, "count"),
            weekday: format.dateTime(new Date(`${form.localDate}T00:00:00Z`), { weekday: "long" }),
          })}
        </Notice>
      )}
    </div>
  );
}
