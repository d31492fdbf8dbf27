"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import { OutcomeForm } from "./outcome-form.tsx";
import styles from "./outcomes.module.css";

/** What came of a match: its outcomes, several, and the arrests that cite it. */
export function OutcomesCard({ matchId }: { matchId: string }) {
  const t = useTranslations("outcomes");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const can = useCan();
  const trpc = useTRPC();
  const read = useQuery(trpc.outcomes.ofMatch.queryOptions({ matchId }));
  const preliminary = (review: string) =>
    review !== "validated" && <Chip tone="prelim">{t("preliminary")}</Chip>;
  return (
    <Card title={t("title")}>
      <Known query={read} waiting={<SkeletonLines lines={2} />}>
        {(data) => (
          <>
            {data.outcomes.length === 0 && data.arrests.length === 0 && <p>{t("none")}</p>}
            <ul className={styles.list}>
              {data.outcomes.map((outcome) => (
                <li key={outcome.id}>
                  {terms(`outcomeKind.${outcome.kind}`)}
                  <span className={styles.quiet}>
                    {format.dateTime(outcome.at, "momentZone", { timeZone: data.timeZone })}
                  </span>
                  {preliminary(outcome.review)}
                </li>
              ))}
              {data.arrests.map((arrest) => (
                <li key={arrest.id}>
                  {t("arrestLine", { count: arrest.count, offence: terms(`offence.${arrest.offence}`) })}
                  <span className={styles.quiet}>
                    {format.dateTime(new Date(arrest.localDate), "day")} ·{" "}
                    {terms(`arrestState.${arrest.state}`)}
                  </span>
                  {preliminary(arrest.review)}
                </li>
              ))}
            </ul>
            {data.open && can("outcome:record") && (
              <>
                <OutcomeForm matchId={matchId} timeZone={data.timeZone} />
                <div className={styles.actions}>
                  <ActionLink href={`/log/arrest?match=${matchId}`}>{t("arrestFromMatch")}</ActionLink>
                </div>
              </>
            )}
          </>
        )}
      </Known>
    </Card>
  );
}
