"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { Session } from "./training-types.ts";
import styles from "./training.module.css";

/** What the programme manager may do next: held, cancelled with a reason, or back to planned. */
export function SessionActions({ session }: { session: Session }) {
  const t = useTranslations("training.actions");
  const steps = useSteps();
  const [cancelling, setCancelling] = useState(false);
  if (!session.may.edit) return null;
  const attended = (session.attendance ?? []).some((row) => row.attended !== null);
  const seen = { id: session.id, version: session.version };
  if (session.state !== "planned" && attended) return null;
  return (
    <Card title={t("title")} note={session.state === "planned" && attended ? t("attendanceIsIn") : undefined}>
      <div className={styles.actions}>
        {session.state === "planned" ? (
          <>
            <ActionButton look="primary" disabled={steps.pending} onClick={() => steps.hold(seen)}>
              {t("hold")}
            </ActionButton>
            {!attended && (
              <ActionButton
                look="danger"
                aria-expanded={cancelling}
                onClick={() => setCancelling(!cancelling)}
              >
                {t("cancel")}
              </ActionButton>
            )}
          </>
        ) : (
          <ActionButton disabled={steps.pending} onClick={() => steps.reopen(seen)}>
            {t(session.state === "held" ? "notHeldYet" : "reopen")}
          </ActionButton>
        )}
      </div>
      {cancelling && session.state === "planned" && (
        <CancelForm pending={steps.pending} send={(reason) => steps.cancel({ ...seen, reason })} />
      )}
      <Refusal error={steps.error} />
    </Card>
  );
}

function useSteps() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = {
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries(trpc.training.pathFilter()),
        queries.invalidateQueries(trpc.audit.pathFilter()),
      ]),
  };
  const hold = useMutation(trpc.training.hold.mutationOptions(options));
  const cancel = useMutation(trpc.training.cancel.mutationOptions(options));
  const reopen = useMutation(trpc.training.reopen.mutationOptions(options));
  return {
    hold: hold.mutate,
    cancel: cancel.mutate,
    reopen: reopen.mutate,
    pending: hold.isPending || cancel.isPending || reopen.isPending,
    error: hold.error ?? cancel.error ?? reopen.error,
  };
}

function CancelForm({ pending, send }: { pending: boolean; send: (reason: string) => void }) {
  const t = useTranslations("training.actions");
  const errors = useTranslations("errors.issue");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <PageForm
      className={styles.panel}
      onSend={() => {
        setTried(true);
        if (reason.trim()) send(reason);
      }}
    >
      <TextAreaField
        required
        label={t("reason")}
        maxLength={300}
        value={reason}
        error={tried && !reason.trim() ? errors("required") : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <ActionButton look="danger" type="submit" disabled={pending}>
          {t("confirmCancel")}
        </ActionButton>
      </div>
    </PageForm>
  );
}
