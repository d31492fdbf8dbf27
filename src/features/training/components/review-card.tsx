"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Card } from "#components/layout/card.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import { AskAttendance } from "./ask-attendance.tsx";
import type { Attendance, Session } from "./training-types.ts";
import { useTrainingWords } from "./training-words.ts";
import styles from "./training.module.css";

/** For the country's reviewer: what waits, to validate or to ask back. Whoever entered a row does not validate it. */
export function ReviewCard({ session }: { session: Session }) {
  const t = useTranslations("training.review");
  const words = useTrainingWords();
  const rows = session.attendance ?? [];
  const waiting = rows.filter(({ review }) => review === "submitted");
  const queried = rows.filter(({ review }) => review === "queried");
  if (queried.length + (session.may.validate ? waiting.length : 0) === 0) return null;
  const others = waiting.filter(({ mine }) => !mine);
  return (
    <Card title={waiting.length > 0 && session.may.validate ? t("title") : t("titleAsked")}>
      <Asked rows={queried} />
      {session.may.validate && waiting.length > 0 && (
        <>
          <p>
            {t("waiting", {
              organisations: waiting.map((row) => words.organisation(row.organisation)).join(" · "),
            })}
          </p>
          {session.state !== "held" && <p>{t("notHeld")}</p>}
          {others.length < waiting.length && <p>{t("own")}</p>}
          {session.state === "held" && others.length > 0 && <Validate session={session} rows={others} />}
          {others.length > 0 && <AskAttendance sessionId={session.id} rows={others} />}
        </>
      )}
    </Card>
  );
}

/** Questions that wait for a corrected version. */
function Asked({ rows }: { rows: readonly Attendance[] }) {
  const t = useTranslations("training.review");
  const words = useTrainingWords();
  const format = useFormatter();
  if (rows.length === 0) return null;
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.id}>
          <b>{words.organisation(row.organisation)}</b>
          <p dir="auto">{row.question}</p>
          <span className={styles.quiet}>
            {t("asked", { when: row.queriedAt ? format.dateTime(row.queriedAt, "momentZone") : "—" })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Validate({ session, rows }: { session: Session; rows: readonly Attendance[] }) {
  const t = useTranslations("training.review");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const validate = useMutation(
    trpc.training.validateAttendance.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.training.pathFilter()),
    }),
  );
  return (
    <>
      <Refusal error={validate.error} title={t("refused")} />
      <div className={styles.actions}>
        <ActionButton
          look="primary"
          disabled={validate.isPending}
          onClick={() =>
            validate.mutate({
              sessionId: session.id,
              rows: rows.map(({ id, version }) => ({ id, version })),
            })
          }
        >
          {t("validate", { count: rows.length })}
        </ActionButton>
      </div>
    </>
  );
}
