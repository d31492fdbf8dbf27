"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "#access/use-can.tsx";
import { ActionButton } from "#components/form/action-button.tsx";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { authorityName } from "../rules/asked.ts";
import { AmendForm } from "./amend-form.tsx";
import type { Story } from "./match-types.ts";
import styles from "./matches.module.css";

/** What was found, what is not known yet, and the way to add it. */
export function MatchFacts({ story }: { story: Story }) {
  const t = useTranslations("matches");
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const editable = can("match:record") && story.review !== "validated";
  if (editing)
    return (
      <Card title={t("story.editTitle")}>
        <AmendForm story={story} close={() => setEditing(false)} />
      </Card>
    );
  return (
    <Card
      title={t("story.facts")}
      action={
        editable && (
          <ActionButton look="plain" onClick={() => setEditing(true)}>
            {t("story.edit")}
          </ActionButton>
        )
      }
    >
      <Facts story={story} />
      <Reviewed story={story} />
    </Card>
  );
}

function Facts({ story }: { story: Story }) {
  const t = useTranslations("matches");
  const rows = useFacts()(story);
  return (
    <dl className={styles.facts}>
      {rows.map(([label, value]) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>
            {value === null ? <span className={styles.unknown}>{t("unknown")}</span> : <bdi>{value}</bdi>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Facts by their label; null is not known yet, absent is not asked in this database. */
function useFacts(): (story: Story) => [string, string | null][] {
  const t = useTranslations("matches");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const format = useFormatter();
  const name = (code: string | null) => code && authorityName(code, locale);
  const country = (code: string | null) => (code ? countryName(code, locale) : "…");
  return (story) => {
    const { routeOrigin: origin, routeTransit: transit, routeDestination: destination } = story;
    const ends = { origin: country(origin), destination: country(destination) };
    const via = transit
      ? t("story.routeVia", { ...ends, transit: country(transit) })
      : t("story.route", ends);
    const hasNotice = story.noticeColour !== null || story.requestingAuthority !== null;
    const hasDocument = story.issuer !== null || story.documentType !== null || !hasNotice;
    const document: [string, string | null][] = [
      [t("field.documentType"), story.documentType && terms(`documentType.${story.documentType}`)],
      [t("field.issuer"), name(story.issuer)],
      [t("field.recordStatus"), story.recordStatus && terms(`recordStatus.${story.recordStatus}`)],
    ];
    const notice: [string, string | null][] = [
      [t("field.noticeColour"), story.noticeColour && terms(`noticeColour.${story.noticeColour}`)],
      [t("field.requestingAuthority"), name(story.requestingAuthority)],
    ];
    return [
      ...(hasDocument ? document : []),
      ...(hasNotice ? notice : []),
      [t("field.finding"), story.finding && terms(`finding.${story.finding}`)],
      [t("field.interimMeasure"), story.interimMeasure && terms(`interimMeasure.${story.interimMeasure}`)],
      [t("field.route"), origin || transit || destination ? via : null],
      ...(story.note ? [[t("field.note"), story.note] as [string, string]] : []),
      [t("filter.operation"), story.operation.codename],
      [t("filter.day"), t("story.day", { day: format.dateTime(new Date(story.localDate), "day") })],
    ];
  };
}

function Reviewed({ story }: { story: Story }) {
  const t = useTranslations("matches");
  if (story.review === "validated")
    return (
      <p className={styles.chips}>
        <Chip tone="valid">
          {t(story.validatedOnBehalf ? "validation.validatedOnBehalf" : "validation.validated")}
        </Chip>
      </p>
    );
  return (
    <p className={styles.chips}>
      <Chip tone={story.review === "queried" ? "wait" : "prelim"}>{t(`validation.${story.review}`)}</Chip>
    </p>
  );
}
