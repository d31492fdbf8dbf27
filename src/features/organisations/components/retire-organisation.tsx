"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import styles from "./organisations.module.css";

type Organisation = RouterOutputs["organisations"]["show"];

/** Takes an organisation out of the forms with a reason, or offers it again. */
export function RetireOrganisation({ organisation }: { organisation: Organisation }) {
  const t = useTranslations("organisations");
  const trpc = useTRPC();
  const refresh = useRefresh();
  const [reason, setReason] = useState<string | null>(null);
  const retire = useMutation(
    trpc.organisations.retire.mutationOptions({
      onSuccess: () => {
        setReason(null);
        return refresh();
      },
    }),
  );
  const { id, version, retiredAt } = organisation;
  if (retiredAt !== null) return <Retired organisation={organisation} />;
  if (reason === null)
    return (
      <div>
        <ActionButton look="danger" onClick={() => setReason("")}>
          {t("retire")}
        </ActionButton>
      </div>
    );
  return (
    <Card title={t("retire")}>
      <PageForm
        className={styles.form}
        onSend={() => {
          retire.mutate({ id, version, reason });
        }}
      >
        <p className={styles.quiet}>{t("retireText")}</p>
        <TextAreaField
          label={t("field.reason")}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Refusal error={retire.error} labels={{ reason: t("field.reason") }} />
        <div className={styles.actions}>
          <SubmitButton pending={retire.isPending}>{t("retire")}</SubmitButton>
          <ActionButton onClick={() => setReason(null)}>{t("keep")}</ActionButton>
        </div>
      </PageForm>
    </Card>
  );
}

function useRefresh() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: trpc.organisations.pathKey() });
    await queries.invalidateQueries({ queryKey: trpc.audit.pathKey() });
  };
}

function Retired({
  organisation: { id, version, retiredAt, retiredReason },
}: {
  organisation: Organisation;
}) {
  const t = useTranslations("organisations");
  const format = useFormatter();
  const trpc = useTRPC();
  const restore = useMutation(trpc.organisations.restore.mutationOptions({ onSuccess: useRefresh() }));
  return (
    <Card>
      <Notice
        tone="wait"
        title={t("retiredSince", {
          day: retiredAt ? format.dateTime(retiredAt, "day") : "",
          reason: `\u2068${retiredReason ?? "—"}\u2069`,
        })}
        action={
          <ActionButton pending={restore.isPending} onClick={() => restore.mutate({ id, version })}>
            {t("restore")}
          </ActionButton>
        }
      />
      <Refusal error={restore.error} />
    </Card>
  );
}
