"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { personalDataKinds } from "#lib/personal-data.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Point } from "./point-types.ts";
import styles from "./points.module.css";

/** Takes a point out of use with its reason, or back into use. */
export function RetireForm({ point, close }: { point: Point; close: () => void }) {
  const t = useTranslations("points");
  const shell = useTranslations("shell");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const settled = {
    onSuccess: close,
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.points.pathKey() }),
  };
  const retire = useMutation(trpc.points.retire.mutationOptions(settled));
  const reopen = useMutation(trpc.points.reopen.mutationOptions(settled));
  const { id, version, retiredAt } = point;
  return (
    <PageForm
      className={styles.panel}
      onSend={() => {
        if (retiredAt) reopen.mutate({ id, version });
        else retire.mutate({ id, version, reason: reason.trim() });
      }}
    >
      {!retiredAt && (
        <>
          <h4>{t("form.retireTitle")}</h4>
          <p className={styles.note}>{t("form.retireText")}</p>
          <ReasonField label={t("form.reason")} value={reason} onChange={setReason} />
        </>
      )}
      <Refusal error={retire.error ?? reopen.error} labels={{ reason: t("form.reason") }} />
      <div className={styles.actions}>
        <SubmitButton pending={retire.isPending || reopen.isPending}>
          {t(retiredAt ? "facts.reopen" : "facts.retire")}
        </SubmitButton>
        <ActionButton onClick={close}>{shell("cancel")}</ActionButton>
      </div>
    </PageForm>
  );
}

type ReasonProps = { label: string; value: string; onChange: (text: string) => void };

/** Why: free text that warns of personal data. */
export function ReasonField({ label, value, onChange }: ReasonProps) {
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const personal = personalDataKinds(value, today).length > 0;
  return (
    <TextAreaField
      label={label}
      required
      value={value}
      maxLength={500}
      rows={2}
      personal={personal}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
