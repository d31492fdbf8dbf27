"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import type { Answer, NotConfirmedReason } from "#generated/prisma/enums.ts";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Confirmation } from "./match-types.ts";
import { WhyNot } from "./step-answers.tsx";
import styles from "./matches.module.css";

type Props = { request: Confirmation; country: string; close: () => void };

/** The asked country's answer: yes, or no and why. Given once. */
export function AnswerForm({ request, country, close }: Props) {
  const t = useTranslations("matches");
  const errors = useTranslations("errors");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [eventId] = useState(() => newId());
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [reason, setReason] = useState<NotConfirmedReason | null>(null);
  const [tried, setTried] = useState(false);
  const send = useMutation(
    trpc.matches.answerConfirmation.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.matches.pathKey() }),
    }),
  );
  const needsReason = answer === "not_confirmed";
  const required = (missing: boolean) => (tried && missing ? errors("issue.required") : undefined);
  return (
    <PageForm
      className={styles.panel}
      onSend={() => {
        setTried(true);
        if (answer === null || (needsReason && reason === null)) return;
        send.mutate({ id: request.id, eventId, answer, reason: needsReason ? reason : null });
      }}
    >
      <Segmented
        label={t("confirmations.answer")}
        quietLabel
        grow
        choices={[
          { value: "confirmed", label: t("confirmations.confirm") },
          { value: "not_confirmed", label: t("confirmations.deny") },
        ]}
        value={answer}
        error={required(answer === null)}
        onChange={setAnswer}
      />
      {needsReason && (
        <WhyNot
          label={t("confirmations.why")}
          value={reason}
          error={required(reason === null)}
          onChange={setReason}
        />
      )}
      <p>{t("confirmations.final", { country, reference: request.reference })}</p>
      <Refusal error={send.error} />
      <div className={styles.actions}>
        <SubmitButton pending={send.isPending}>{t("confirmations.send")}</SubmitButton>
        <ActionButton onClick={close}>{t("story.cancel")}</ActionButton>
      </div>
    </PageForm>
  );
}
