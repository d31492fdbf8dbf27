"use client";

import { useLocale, useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import type { Details } from "./correction-kinds.ts";
import styles from "./outcomes.module.css";
import { useTerm } from "./result-terms.ts";
import { useResultFields } from "./use-result-fields.ts";

/** What was recorded, field by field, and when by whom as far as that is said. */
export function ResultFacts({ result }: { result: Details }) {
  const t = useTranslations("outcomes.detail");
  const list = useTranslations("outcomes.list");
  const format = useFormatter();
  const locale = useLocale();
  const term = useTerm();
  const fields = useResultFields(result.kind).filter(
    ({ key }) => !(result.kind === "seizure" && key === "amount"),
  );
  const moment = (at: Date) => format.dateTime(at, "momentZone", { timeZone: result.timeZone ?? "UTC" });
  return (
    <Card title={t("facts")}>
      <dl className={styles.facts}>
        <dt>{t("operation")}</dt>
        <dd>
          <WorldLink href={`/operations/${result.slug}`}>{result.codename}</WorldLink> ·{" "}
          {countryName(result.countryCode, locale)}
        </dd>
        {fields.map((field) => (
          <Fact key={field.key} label={field.label}>
            {field.key === "match" && result.matchId !== null ? (
              <CitedMatch matchId={result.matchId} reference={result.reference} />
            ) : (
              field.say(result)
            )}
          </Fact>
        ))}
        {result.kind === "outcome" && result.matchId && (
          <Fact label={t("match")}>
            <CitedMatch matchId={result.matchId} reference={result.reference} />
          </Fact>
        )}
        {result.state && <Fact label={t("stateThen")}>{term("arrestState", result.state)}</Fact>}
        <Fact label={t("recorded")}>
          {moment(result.recordedAt)} · {t(result.mine ? "byYou" : "byColleague")}
        </Fact>
        {result.validatedAt && (
          <Fact label={t("validatedAt")}>
            {moment(result.validatedAt)}
            {result.validatedOnBehalf && ` · ${list("onBehalfMeaning")}`}
          </Fact>
        )}
      </dl>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** A match of another operation may be cited and yet not be readable. */
function CitedMatch({ matchId, reference }: { matchId: string; reference: string | null }) {
  const t = useTranslations("outcomes.detail");
  if (reference === null) return <>{t("matchHidden")}</>;
  return <WorldLink href={`/matches/${matchId}`}>{reference}</WorldLink>;
}
