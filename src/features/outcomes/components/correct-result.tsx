"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "#access/use-can.tsx";
import { ActionButton } from "#components/form/action-button.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { CorrectionForm } from "./correction-form.tsx";
import { placeOf, type Details } from "./correction-kinds.ts";
import styles from "./outcomes.module.css";

/** A correction is a new version with a reason; a withdrawal leaves none. Both stay readable. */
export function CorrectResult({ result }: { result: Details }) {
  const t = useTranslations("outcomes.correct");
  const can = useCan();
  const [open, setOpen] = useState<"correct" | "withdraw" | null>(null);
  // The clash of a correction begun here is solved here, also once this version no longer stands.
  if (!can("outcome:record") || (result.supersededAt !== null && open !== "correct")) return null;
  if (open === null)
    return (
      <div className={styles.actions}>
        <ActionButton onClick={() => setOpen("correct")}>{t("open")}</ActionButton>
        <ActionButton look="plain" onClick={() => setOpen("withdraw")}>
          {t("withdraw")}
        </ActionButton>
      </div>
    );
  return open === "correct" ? (
    <Correction result={result} close={() => setOpen(null)} />
  ) : (
    <Withdrawal result={result} close={() => setOpen(null)} />
  );
}

type Props = { result: Details; close: () => void };

function Correction({ result, close }: Props) {
  const t = useTranslations("outcomes.correct");
  const trpc = useTRPC();
  const exercise = useExercise();
  const { data: places } = useQuery(
    trpc.outcomes.places.queryOptions({ exercise }, { refetchOnWindowFocus: false }),
  );
  return (
    <Card title={t("title")} note={t("lead")}>
      {places ? (
        <CorrectionForm result={result} place={placeOf(result, places)} close={close} />
      ) : (
        <SkeletonLines lines={4} />
      )}
    </Card>
  );
}

function Withdrawal({ result, close }: Props) {
  const t = useTranslations("outcomes.correct");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const withdraw = useMutation(
    trpc.outcomes.withdraw.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.outcomes.pathKey() }),
    }),
  );
  const { kind, id, version } = result;
  return (
    <Card title={t("withdraw")} note={t("withdrawLead")}>
      <PageForm
        className={styles.sheet}
        onSend={() => {
          if (reason.trim()) withdraw.mutate({ kind, id, version, reason });
        }}
      >
        <TextField
          label={t("withdrawReason")}
          description={t("reasonHint")}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Refusal error={withdraw.error} />
        <div className={styles.actions}>
          <SubmitButton pending={withdraw.isPending}>{t("withdrawSave")}</SubmitButton>
          <ActionButton onClick={close}>{t("cancel")}</ActionButton>
        </div>
      </PageForm>
    </Card>
  );
}
