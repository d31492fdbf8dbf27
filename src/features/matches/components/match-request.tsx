"use client";

import { useLocale, useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useJoined } from "#i18n/use-joined.ts";
import { countryName } from "#lib/country.ts";
import { authorityName } from "../rules/asked.ts";
import type { Story } from "./match-types.ts";
import styles from "./matches.module.css";

/** What another country was asked, what it sees of the match, and what it said. */
export function MatchRequest({ story }: { story: Story }) {
  const t = useTranslations("matches");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const locale = useLocale();
  const { pair } = useJoined();
  const request = story.confirmationRequest;
  const asked = story.events.find(({ step }) => step === "confirmation_requested");
  if (!asked) return null;
  const moment = (at: Date) => format.dateTime(at, "momentZone", { timeZone: story.point.timeZone });
  const who = request ? countryName(request.askedCountry, locale) : authorityName(story.asked ?? "", locale);
  const answer = story.answeredAt && terms(`matchState.${story.confirmed ? "confirmed" : "not_confirmed"}`);
  return (
    <Card title={t("story.confirmation")}>
      <p>{t(request ? "story.confirmationSeen" : "story.confirmationNone", { who })}</p>
      <dl className={styles.facts}>
        <dt>{t("story.askedAt")}</dt>
        <dd>{moment(asked.at)}</dd>
        <dt>{t("story.answer")}</dt>
        <dd>
          {answer ?? t("story.noAnswer")}
          {story.notConfirmedReason && pair("", terms(`notConfirmedReason.${story.notConfirmedReason}`))}
          {story.answeredAt && <span className={styles.quiet}>{moment(story.answeredAt)}</span>}
          {request?.answerChannel && (
            <span className={styles.quiet}>
              {t("confirmations.channel", { channel: terms(`stepChannel.${request.answerChannel}`) })}
            </span>
          )}
        </dd>
      </dl>
    </Card>
  );
}
