"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CountField } from "#components/form/count-field.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { EvaluationKind } from "#generated/prisma/enums.ts";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Evaluation } from "./training-types.ts";
import { useTrainingWords } from "./training-words.ts";
import styles from "./training.module.css";

type Props = { sessionId: string; standing: readonly Evaluation[]; close: () => void };
type Draft = {
  id: string;
  kind: EvaluationKind;
  mean: string;
  outOf: number | null;
  responses: number | null;
  asked: number | null;
  reason: string;
};

/** "78", "4,4" or "4.4", with at most two decimals; null for anything else. */
const readMean = (typed: string) =>
  /^\d{1,4}([.,]\d{1,2})?$/.test(typed.trim()) ? Number(typed.trim().replace(",", ".")) : null;
const begin = (kind: EvaluationKind): Draft => ({
  id: newId(),
  kind,
  mean: "",
  outOf: kind === "reaction" ? 5 : 100,
  responses: null,
  asked: null,
  reason: "",
});

/** A mean and how many answered; one that stands already is corrected with a reason. */
export function EvaluationForm({ sessionId, standing, close }: Props) {
  const t = useTranslations("training.evaluation");
  const errors = useTranslations("errors.issue");
  const words = useTrainingWords();
  const [draft, setDraft] = useState(() => begin("pre_test"));
  const [tried, setTried] = useState(false);
  const record = useRecord(close);
  const corrects = standing.find(({ kind }) => kind === draft.kind);
  const mean = readMean(draft.mean);
  const ready =
    mean !== null && draft.outOf !== null && draft.responses !== null && (!corrects || draft.reason.trim());
  const set = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  return (
    <PageForm
      className={styles.panel}
      onSend={() => {
        setTried(true);
        const { id, kind, outOf, responses, asked } = draft;
        if (!ready || mean === null || outOf === null || responses === null) return;
        const correction = corrects ? { supersedesId: corrects.id, reason: draft.reason.trim() } : {};
        record.mutate({ id, sessionId, kind, mean, outOf, responses, asked, ...correction });
      }}
    >
      <Segmented
        label={t("kind")}
        value={draft.kind}
        choices={Object.values(EvaluationKind).map((value) => ({ value, label: words.evaluation(value) }))}
        onChange={(kind) => setDraft({ ...begin(kind), id: draft.id })}
      />
      <Numbers draft={draft} set={set} tried={tried} />
      {corrects && (
        <TextAreaField
          required
          label={t("reason")}
          maxLength={500}
          value={draft.reason}
          error={tried && !draft.reason.trim() ? errors("required") : undefined}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      )}
      <Refusal error={record.error} />
      <div className={styles.actions}>
        <SubmitButton pending={record.isPending}>{t("save")}</SubmitButton>
      </div>
    </PageForm>
  );
}

type NumbersProps = { draft: Draft; set: (patch: Partial<Draft>) => void; tried: boolean };

function Numbers({ draft, set, tried }: NumbersProps) {
  const t = useTranslations("training.evaluation");
  const errors = useTranslations("errors.issue");
  const missing = (value: number | null) => (tried && value === null ? errors("required") : undefined);
  return (
    <div className={styles.pair}>
      <TextField
        required
        label={t("mean")}
        inputMode="decimal"
        value={draft.mean}
        error={tried && readMean(draft.mean) === null ? t("meanUnread") : undefined}
        onChange={(event) => set({ mean: event.currentTarget.value })}
      />
      <CountField
        required
        label={t("scale")}
        value={draft.outOf}
        error={missing(draft.outOf)}
        onChange={(outOf) => set({ outOf })}
      />
      <CountField
        required
        label={t("responses")}
        value={draft.responses}
        error={missing(draft.responses)}
        onChange={(responses) => set({ responses })}
      />
      <CountField label={t("asked")} value={draft.asked} onChange={(asked) => set({ asked })} />
    </div>
  );
}

function useRecord(close: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.training.recordEvaluation.mutationOptions({
      onSuccess: close,
      onSettled: () => queries.invalidateQueries(trpc.training.pathFilter()),
    }),
  );
}
