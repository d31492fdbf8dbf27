"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormatter } from "#i18n/use-formatter.ts";
import { printed } from "#lib/qualifier.ts";
import type { Qualifier } from "#lib/qualifier.ts";
import styles from "./figure.module.css";

export type FigureColour =
  "checks" | "matches" | "confirmed" | "arrests" | "victims" | "training" | "access" | "plain";

export type FigureProps = {
  /** Null is "not reported", never 0. */
  value: number | null;
  qualifier?: Qualifier;
  low?: number | null;
  high?: number | null;
  /** As printed in the source, where there is no number. */
  wording?: string | null;
  /** What is counted, in words: "checks of names and documents". */
  unit: ReactNode;
  /** "validated", "status not stated" …: above the number. */
  status?: ReactNode;
  /** A day ("2026-11-22") or moment; null says that it is unknown; left out says nothing. */
  asOf?: string | Date | null;
  colour?: FigureColour;
  /** Reported and not yet validated, shown apart and hatched; never inside `value`. */
  preliminary?: number | null;
  /** 1 to 4 people, withheld from this reader. */
  suppressed?: boolean;
  /** What opens the returns or sources it is made of: a link or a disclosure. */
  sources?: ReactNode;
  note?: ReactNode;
  size?: "large" | "inline";
  /** Counted here and not reported by anyone: its zero is a plain 0. */
  tally?: boolean;
};

/** A number with everything that belongs to it. */
export function Figure(props: FigureProps) {
  const { unit, status, colour = "plain", preliminary, sources, note, size = "large" } = props;
  const t = useTranslations("shell.figure");
  const format = useFormatter();
  return (
    <div className={styles.figure} data-colour={colour} data-size={size} data-stated={Boolean(status)}>
      {status && <span className={styles.status}>{status}</span>}
      <FigureValue {...props} awaited={typeof preliminary === "number" && preliminary > 0} />
      <span className={styles.unit}>{unit}</span>
      {typeof preliminary === "number" && preliminary > 0 && (
        <span className={styles.small} title={t("preliminaryMeaning")}>
          <i className={`${styles.hatched} hatch`} aria-hidden="true" />
          {t("preliminary", { count: format.number(preliminary, "count") })}
        </span>
      )}
      <FigureDate asOf={props.asOf} />
      {note && <span className={styles.small}>{note}</span>}
      {sources && <span className={styles.small}>{sources}</span>}
    </div>
  );
}

/** The number alone with its qualifier, for a table cell or a sentence: "more than 20,000", "—", "0". */
export function FigureValue(
  props: Pick<FigureProps, "value" | "qualifier" | "low" | "high" | "wording" | "suppressed"> & {
    /** Reported, but nothing of it is validated yet: that is not "not reported". */
    awaited?: boolean;
    /** Counted here and not reported by anyone: its zero is a plain 0. */
    tally?: boolean;
  },
) {
  const t = useTranslations("shell.figure");
  const words = useQualified();
  const format = useFormatter();
  if (props.suppressed) return <Number main="<5" aside={t("fewerThanFive")} />;
  const form = printed({ ...props, qualifier: props.qualifier ?? "exact" });
  if (form.form === "missing")
    return <Number main="—" aside={t(props.awaited ? "noneValidated" : "notReported")} />;
  if (form.form === "wording") return <Number main={`“${form.wording}”`} wording />;
  if (form.form === "range") {
    const range = t("range", {
      low: format.number(form.low, "decimal"),
      high: format.number(form.high, "decimal"),
    });
    return <Number {...words(form.qualifier, range)} />;
  }
  const number = format.number(form.value, "decimal");
  if (form.value === 0 && form.qualifier === "exact" && !props.tally)
    return <Number main={number} aside={t("checkedNone")} />;
  return <Number {...words(form.qualifier, number)} />;
}

type NumberProps = { before?: string; main: string; after?: string; aside?: string; wording?: boolean };

function Number({ before, main, after, aside, wording }: NumberProps) {
  return (
    <span
      className={styles.value}
      data-wording={wording || undefined}
      data-aside={aside !== undefined || undefined}
    >
      {before && <small>{`${before} `}</small>}
      <bdi>{main}</bdi>
      {after && <small>{` ${after}`}</small>}
      {aside && <small>{` ${aside}`}</small>}
    </span>
  );
}

function FigureDate({ asOf }: Pick<FigureProps, "asOf">) {
  const t = useTranslations("shell.figure");
  const format = useFormatter();
  if (asOf === undefined) return null;
  if (asOf === null) return <span className={styles.small}>{t("asOfUnknown")}</span>;
  const date = typeof asOf === "string" ? new Date(asOf) : asOf;
  return <span className={styles.small}>{t("asOf", { date: format.dateTime(date, "day") })}</span>;
}

const PLACE = "\u0001";

// The language decides on which side of the number its qualifier stands.
function useQualified() {
  const t = useTranslations("terms.qualifier");
  return (qualifier: Qualifier, number: string): NumberProps => {
    const [before = "", after = ""] = t(qualifier, { value: PLACE }).split(PLACE);
    return { before: before.trim(), main: number, after: after.trim() };
  };
}
