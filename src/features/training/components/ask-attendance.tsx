"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { RemarkForm } from "#components/form/remark-form.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { useSaid } from "#components/form/use-said.ts";
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
  const { text, type, sent } = useSaid(`question:${sessionId}`);
  const ask = useMutation(
    trpc.training.queryAttendance.mutationOptions({
      onSuccess: () => {
        sent();
        onAsked();
      },
      onSettled: () => queries.invalidateQueries(trpc.training.pathFilter()),
    }),
  );
  const row = rows.find(({ id }) => id === chosen) ?? rows[0];
  return (
    <RemarkForm
      {...{ text, type }}
      timeZone="UTC"
      label={t("question")}
      action={t("sendQuestion")}
      pending={ask.isPending}
      error={ask.error}
      onSend={() => row && ask.mutate({ sessionId, id: row.id, version: row.version, question: text.trim() })}
    >
      {rows.length > 1 && (
        <SelectField
          label={t("about")}
          value={row?.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={rows.map(({ id, organisation }) => ({ value: id, label: words.organisation(organisation) }))}
        />
      )}
    </RemarkForm>
  );
}
