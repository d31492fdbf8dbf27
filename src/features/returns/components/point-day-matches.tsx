"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { issuerName } from "#lib/issuer.ts";
import type { PointDayData } from "./return-shapes.ts";
import { QueryForm } from "./query-form.tsx";
import { Remarks } from "./remarks.tsx";
import { ReturnStateBadge } from "./return-state-badge.tsx";
import styles from "./point-day.module.css";

/** Matches recorded on this day beside the number the point stated; a difference is shown, not corrected. */
export function PointDayMatches({ day }: { day: PointDayData }) {
  const t = useTranslations("returns.day");
  const recorded = day.matches.length;
  return (
    <Card title={t("matches")} note={t("stated", { count: day.matchesStated })}>
      {day.kind === "checks" && day.matchesStated !== recorded && (
        <Notice tone="wait">{t("difference", { stated: day.matchesStated, recorded })}</Notice>
      )}
      {recorded === 0 ? (
        <p className={styles.hint}>{t("noMatchRecords")}</p>
      ) : (
        <ul className={styles.lines}>
          {day.matches.map((match) => (
            <MatchRow key={match.id} day={day} match={match} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function MatchRow({ day, match }: { day: PointDayData; match: PointDayData["matches"][number] }) {
  const t = useTranslations("returns.day");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const locale = useLocale();
  const can = useCan();
  const words = [
    terms(match.documentType ? `documentType.${match.documentType}` : `database.${match.database}`),
    match.issuer && issuerName(match.issuer, locale),
    match.recordStatus && terms(`recordStatus.${match.recordStatus}`),
    match.noticeColour && terms(`noticeColour.${match.noticeColour}`),
    match.finding && terms(`finding.${match.finding}`),
    format.dateTime(match.detectedAt, "time", { timeZone: day.timeZone }),
  ];
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.words}>
          <b>
            <WorldLink href={`/matches/${match.id}`}>{match.reference}</WorldLink> ·{" "}
            {terms(`matchState.${match.state}`)}
          </b>
          <small>{words.filter(Boolean).join(" · ")}</small>
          {match.outcomes.length > 0 && (
            <small>{match.outcomes.map((outcome) => terms(`outcomeKind.${outcome.kind}`)).join(" · ")}</small>
          )}
        </span>
        <ReturnStateBadge state={match.review} />
        {can("return:validate") && match.review === "submitted" && day.supersededAt === null && (
          <QueryForm
            returnId={day.id}
            target={{ matchId: match.id }}
            label={t("query")}
            spoken={t("queryOf", { what: match.reference })}
          />
        )}
      </div>
      <Remarks remarks={match.remarks} day={day} />
    </li>
  );
}
