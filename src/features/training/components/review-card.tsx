"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Card } from "#components/layout/card.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { Session } from "./training-types.ts";
import { useTrainingWords } from "./training-words.ts";
import styles from "./training.module.css";

/** For the country's reviewer: what waits, and one button. Whoever entered a row does not validate it. */
export function ReviewCard({ session }: { session: Session }) {
  const t = useTranslations("training.review");
  const words = useTrainingWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const validate = useMutation(
    trpc.training.validateAttendance.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.training.pathFilter()),
    }),
  );
  const waiting = (session.attendance ?? []).filter(({ review }) => review !== "validated");
  if (!session.may.validate || waiting.length === 0) return null;
  const others = waiting.filter(({ mine }) => !mine);
  return (
    <Card title={t("title")}>
      <p>
        {t("waiting", {
          organisations: waiting.map((row) => words.organisation(row.organisation)).join(" · "),
        })}
      </p>
      {session.state !== "held" && <p>{t("notHeld")}</p>}
      {others.length < waiting.length && <p>{t("own")}</p>}
      <Refusal error={validate.error} title={t("refused")} />
      {session.state === "held" && others.length > 0 && (
        <div className={styles.actions}>
          <ActionButton
            look="primary"
            disabled={validate.isPending}
            onClick={() =>
              validate.mutate({
                sessionId: session.id,
                rows: others.map(({ id, version }) => ({ id, version })),
              })
            }
          >
            {t("validate", { count: others.length })}
          </ActionButton>
        </div>
      )}
    </Card>
  );
}
