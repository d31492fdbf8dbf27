"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { LocalMomentPicker } from "#features/matches/components/local-moment-picker.tsx";
import { OutcomeKind } from "#generated/prisma/enums.ts";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import styles from "./outcomes.module.css";

type Props = { matchId: string; timeZone: string };
type Draft = { id: string; eventId: string; at: Date; kind: OutcomeKind | null };
const empty = (): Draft => ({ id: newId(), eventId: newId(), at: new Date(), kind: null });

/** One more outcome of the match; there may be several. */
export function OutcomeForm({ matchId, timeZone }: Props) {
  const t = useTranslations("outcomes");
  const [draft, setDraft] = useState<Draft | null>(null);
  if (draft === null)
    return (
      <div className={styles.actions}>
        <ActionButton onClick={() => setDraft(empty())}>{t("add")}</ActionButton>
      </div>
    );
  return <Form matchId={matchId} timeZone={timeZone} draft={draft} set={setDraft} />;
}

function Form({
  matchId,
  timeZone,
  draft,
  set,
}: Props & { draft: Draft; set: (draft: Draft | null) => void }) {
  const t = useTranslations("outcomes");
  const terms = useTranslations("terms");
  const errors = useTranslations("errors");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [tried, setTried] = useState(false);
  const record = useMutation(
    trpc.outcomes.record.mutationOptions({
      onSuccess: () => set(null),
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: trpc.outcomes.pathKey() }),
          queries.invalidateQueries({ queryKey: trpc.matches.pathKey() }),
        ]),
    }),
  );
  return (
    <PageForm
      className={styles.form}
      onSend={() => {
        setTried(true);
        const { kind, at } = draft;
        if (kind !== null && !Number.isNaN(at.getTime())) record.mutate({ ...draft, kind, matchId });
      }}
    >
      <Segmented
        label={t("kind")}
        choices={Object.values(OutcomeKind).map((value) => ({ value, label: terms(`outcomeKind.${value}`) }))}
        value={draft.kind}
        error={tried && draft.kind === null ? errors("issue.required") : undefined}
        onChange={(kind) => set({ ...draft, kind })}
      />
      <LocalMomentPicker
        label={t("at")}
        description={timeZone}
        zone={timeZone}
        value={draft.at}
        error={Number.isNaN(draft.at.getTime()) ? errors("issue.not_a_date") : undefined}
        onChange={(at) => set({ ...draft, at })}
      />
      <p className={styles.quiet}>{t("hint")}</p>
      <Refusal error={record.error} />
      <div className={styles.actions}>
        <SubmitButton pending={record.isPending}>{t("add")}</SubmitButton>
        <ActionButton onClick={() => set(null)}>{t("cancel")}</ActionButton>
      </div>
    </PageForm>
  );
}
