"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { personalDataKinds } from "#lib/personal-data.ts";
import { localDateOf } from "#lib/zone.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Attendance } from "./training-types.ts";
import { useTrainingWords } from "./training-words.ts";
import styles from "./training.module.css";

type Props = { sessionId: string; rows: readonly Attendance[] };

/** The reviewer asks the country about the attendance of one organisation. */
export function AskAttendance({ sessionId, rows }: Props) {
  const t = useTranslations("training.review");
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <div className={styles.actions}>
        <ActionButton onClick={() => setOpen(true)}>{t("ask")}</ActionButton>
      </div>
    );
  return <AskForm sessionId={sessionId} rows={rows} onAsked={() => setOpen(false)} />;
}

function AskForm({ sessionId, rows, onAsked }: Props & { onAsked: () => void }) {
  const t = useTranslations("training.review");
  const words = useTrainingWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(rows[0]?.id);
  const e = useTranslations("errors.issue");
  const [question, setQuestion] = useState("");
  const [missing, setMissing] = useState(false);
  const ask = useMutation(
    trpc.training.queryAttendance.mutationOptions({
      onSuccess: onAsked,
      onSettled: () => queries.invalidateQueries(trpc.training.pathFilter()),
    }),
  );
  const row = rows.find(({ id }) => id === chosen) ?? rows[0];
  const today = localDateOf(useNow(), "UTC");
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(!question.trim());
        if (row && question.trim())
          ask.mutate({ sessionId, id: row.id, version: row.version, question: question.trim() });
      }}
    >
      {rows.length > 1 && (
        <SelectField
          label={t("about")}
          value={row?.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={rows.map(({ id, organisation }) => ({ value: id, label: words.organisation(organisation) }))}
        />
      )}
      <TextAreaField
        label={t("question")}
        required
        maxLength={500}
        value={question}
        error={missing && e("required")}
        onChange={(event) => {
          setQuestion(event.currentTarget.value);
          setMissing(false);
        }}
        personal={personalDataKinds(question, today).length > 0}
      />
      <Refusal error={ask.error} />
      <div>
        <SubmitButton pending={ask.isPending}>{t("sendQuestion")}</SubmitButton>
      </div>
    </form>
  );
}
