"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise, WorldLink } from "#components/layout/world-link.tsx";
import { useDayRange } from "#i18n/use-day-range.ts";
import { useTRPC } from "#trpc/client.tsx";
import { AttendanceSheet } from "./attendance-sheet.tsx";
import type { Sent } from "./use-attendance-sending.ts";
import styles from "./training.module.css";

/** Who came to a session, by organisation; phone first. The session stands in the address. */
export function AttendanceLog() {
  const t = useTranslations("training.log");
  const trpc = useTRPC();
  const exercise = useExercise();
  const range = useDayRange();
  const { get, set } = useUrlFilter();
  const read = useQuery(trpc.training.recordable.queryOptions({ exercise }));
  const stateOf = ({ queried, owed }: { queried: boolean; owed: boolean }) =>
    queried ? t("queried") : owed && t("owed");
  return (
    <Known query={read} title={t("title")} waiting={<SkeletonLines lines={6} />}>
      {(sessions) => {
        const owed = sessions.find((session) => session.owed);
        const queried = sessions.find((session) => session.queried);
        const asked = sessions.find(({ id }) => id === get("session"));
        const chosen = asked ?? queried ?? owed ?? sessions[0];
        if (!chosen)
          return (
            <EmptyState
              title={t("none")}
              action={<ActionLink href="/training">{t("toTraining")}</ActionLink>}
            >
              {t("noneText")}
            </EmptyState>
          );
        return (
          <div className={styles.form}>
            <SelectField
              label={t("session")}
              value={chosen.id}
              onChange={(event) => set({ session: event.currentTarget.value })}
              data={sessions.map((session) => ({
                value: session.id,
                label: [
                  `\u2068${session.title}\u2069`,
                  range(session.startsOn, session.endsOn),
                  stateOf(session),
                ]
                  .filter(Boolean)
                  .join(" · "),
              }))}
            />
            <Opened key={chosen.id} id={chosen.id} />
          </div>
        );
      }}
    </Known>
  );
}

function Opened({ id }: { id: string }) {
  const t = useTranslations("training.log");
  const trpc = useTRPC();
  const [sent, setSent] = useState<Sent | null>(null);
  const read = useQuery(trpc.training.sheet.queryOptions({ id }));
  return (
    <Known query={read} title={t("title")} waiting={<SkeletonLines lines={8} />}>
      {(sheet) => (
        <>
          {sent && <SentNotice sent={sent} id={id} />}
          {/* What stands decides what a row corrects: a newer standing begins a newer sheet. */}
          <AttendanceSheet key={sheet.standing.map((row) => row.id).join()} sheet={sheet} onSent={setSent} />
        </>
      )}
    </Known>
  );
}

function SentNotice({ sent, id }: { sent: Sent; id: string }) {
  const t = useTranslations("training.log");
  const waits = sent.receipt === null;
  return (
    <Notice
      tone={waits ? "wait" : "valid"}
      title={sent.receipt === null ? t("savedHere") : t("sent", { receipt: sent.receipt })}
      action={<WorldLink href={`/training/${id}`}>{t("open")}</WorldLink>}
    >
      {t(waits ? "savedHereWhy" : "sentWhy")}
    </Notice>
  );
}
