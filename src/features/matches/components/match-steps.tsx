"use client";

import { useTranslations } from "next-intl";
import type { ClosedReason, NotConfirmedReason, OutcomeKind } from "#generated/prisma/enums.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useJoined } from "#i18n/use-joined.ts";
import type { Story } from "./match-types.ts";
import styles from "./matches.module.css";

type Event = Story["events"][number];

/** Every dated step in the local time of the border point, with the channel it ran through. */
export function MatchSteps({ story }: { story: Story }) {
  const t = useTranslations("matches");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const moment = (at: Date) => format.dateTime(at, "momentZone", { timeZone: story.point.timeZone });
  const reason = useReason();
  const { pair } = useJoined();
  return (
    <ol className={styles.steps}>
      <li className={styles.step} data-step="recorded">
        <span className={styles.stepName}>
          {t("story.matchIn", { database: terms(`database.${story.database}`) })}
        </span>
        <span className={styles.quiet}>
          {moment(story.detectedAt)} · {terms(`matchChannel.${story.channel}`)}
        </span>
      </li>
      {story.events.map((event) => (
        <li key={event.id} className={styles.step} data-step={event.step}>
          <span className={styles.stepName}>{terms(`matchStep.${event.step}`)}</span>
          {event.reason && pair("", reason(event))}
          <span className={styles.quiet}>
            {[
              moment(event.at),
              terms(`stepChannel.${event.channel}`),
              event.mine && t("story.mine"),
              isLate(event) && t("story.recordedAt", { when: moment(event.recordedAt) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Entered noticeably later than it happened. */
const isLate = (event: Event): boolean => event.recordedAt.getTime() - event.at.getTime() > 5 * 60_000;

function useReason(): (event: Event) => string {
  const terms = useTranslations("terms");
  return ({ step, reason }) => {
    if (step === "closed") return terms(`closedReason.${reason as ClosedReason}`);
    if (step === "outcome_recorded") return terms(`outcomeKind.${reason as OutcomeKind}`);
    return terms(`notConfirmedReason.${reason as NotConfirmedReason}`);
  };
}
