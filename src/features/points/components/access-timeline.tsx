"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import { useJoined } from "#i18n/use-joined.ts";
import type { Access, Status } from "./point-types.ts";
import styles from "./points.module.css";
import { ReasonField } from "./retire-form.tsx";

/** The dated way of access; what was entered by mistake stays in it, struck out, with its reason. */
export function AccessTimeline({ access, mayWrite }: { access: Access; mayWrite: boolean }) {
  const t = useTranslations("points.access");
  const { list, pair } = useJoined();
  const terms = useTranslations("terms.accessState");
  const format = useFormatter();
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const day = (date: string | Date) => format.dateTime(new Date(date), "day");
  return (
    <ol className={styles.timeline} aria-label={t("history")}>
      {access.statuses.map((status) => (
        <li
          key={status.id}
          className={styles.step}
          data-state={status.state}
          data-mistake={status.withdrawnAt !== null || undefined}
        >
          <span className={styles.stepName}>
            {status.withdrawnAt ? <s>{terms(status.state)}</s> : terms(status.state)}
          </span>
          <span className={styles.quiet}>{day(status.onDate)}</span>
          {mayWrite && status.withdrawnAt === null && withdrawing !== status.id && (
            <button
              type="button"
              className={styles.aside}
              aria-label={pair(t("withdraw"), list([terms(status.state), day(status.onDate)]))}
              onClick={() => setWithdrawing(status.id)}
            >
              {t("withdraw")}
            </button>
          )}
          {status.note && (
            <span className={styles.quiet}>
              <bdi>{status.note}</bdi>
            </span>
          )}
          {status.withdrawnAt && (
            <span className={styles.quiet}>
              {t("withdrawnMistake", { date: day(status.withdrawnAt) })}.{" "}
              {t("why", { reason: status.reason ?? "" })}
            </span>
          )}
          {withdrawing === status.id && (
            <WithdrawForm access={access} status={status} close={() => setWithdrawing(null)} />
          )}
        </li>
      ))}
    </ol>
  );
}

type FormProps = { access: Access; status: Status; close: () => void };

function WithdrawForm({ access, status, close }: FormProps) {
  const t = useTranslations("points.accessForm");
  const points = useTranslations("points.form");
  const shell = useTranslations("shell");
  const terms = useTranslations("terms.accessState");
  const format = useFormatter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const withdraw = useMutation(
    trpc.points.withdrawStatus.mutationOptions({
      onSuccess: close,
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.points.pathKey() }),
    }),
  );
  const { id, version } = access;
  return (
    <PageForm
      className={styles.panel}
      onSend={() => {
        withdraw.mutate({ id, version, statusId: status.id, reason: reason.trim() });
      }}
    >
      <h4>
        {t("withdrawTitle", {
          state: terms(status.state),
          date: format.dateTime(new Date(status.onDate), "day"),
        })}
      </h4>
      <p className={styles.note}>{t("withdrawText")}</p>
      <ReasonField label={points("reason")} value={reason} onChange={setReason} />
      <Refusal error={withdraw.error} labels={{ reason: points("reason") }} />
      <div className={styles.actions}>
        <SubmitButton pending={withdraw.isPending}>{t("withdraw")}</SubmitButton>
        <ActionButton onClick={close}>{shell("cancel")}</ActionButton>
      </div>
    </PageForm>
  );
}
