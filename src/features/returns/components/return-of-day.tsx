"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { OutboxEntry } from "#offline/outbox.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { ReturnFormData } from "./return-draft.ts";
import { FiledNotice } from "./filed-notice.tsx";
import { ReturnForm } from "./return-form.tsx";
import { useReturnUnderWay } from "./use-waiting-return.ts";

type Props = {
  deploymentId: string;
  localDate: string;
  /** Opens what is filed for correction at once. */
  correct: boolean;
  onFiled: (entry: OutboxEntry) => void;
};

/** The form of a day, or what is filed for it already with the way to correct it. */
export function ReturnOfDay({ deploymentId, localDate, correct, onFiled }: Props) {
  const t = useTranslations("returns.log");
  const trpc = useTRPC();
  // What is being typed must not change under the fingers, so the form is read once a visit.
  const form = useQuery(
    trpc.returns.form.queryOptions({ deploymentId, localDate }, { refetchOnWindowFocus: false }),
  );
  const [correcting, setCorrecting] = useState(correct);
  const { waits } = useReturnUnderWay({ deploymentId, localDate });
  if (waits) return <FiledNotice entry={waits} />;
  return (
    <Known query={form} title={t("cannotOpen")} waiting={<SkeletonBox height={360} />}>
      {(data) => (
        <>
          {!data.dayOver && <Notice tone="wait">{t("interim")}</Notice>}
          {data.existing !== null && (
            <AlreadyFiled form={data} correcting={correcting} onCorrect={() => setCorrecting(true)} />
          )}
          {(data.existing === null || correcting) && (
            <ReturnForm
              key={data.existing?.id ?? "new"}
              form={data}
              onFiled={(entry) => {
                setCorrecting(false);
                onFiled(entry);
              }}
            />
          )}
        </>
      )}
    </Known>
  );
}

function AlreadyFiled({
  form,
  correcting,
  onCorrect,
}: {
  form: ReturnFormData;
  correcting: boolean;
  onCorrect: () => void;
}) {
  const t = useTranslations("returns.log");
  const terms = useTranslations("terms.review");
  const format = useFormatter();
  const { existing } = form;
  if (!existing) return null;
  const at = format.dateTime(existing.submittedAt, "moment", { timeZone: form.timeZone });
  return (
    <Notice
      tone={existing.review === "validated" ? "valid" : existing.review === "queried" ? "wait" : "plain"}
      title={t("filedAlready", { receipt: existing.receipt, state: terms(existing.review) })}
      action={
        !correcting && (
          <ActionButton onClick={onCorrect}>{t(existing.interim ? "complete" : "correct")}</ActionButton>
        )
      }
    >
      <p>
        {t("filedAt", { at })} <WorldLink href={`/returns/${existing.id}`}>{t("open")}</WorldLink>
      </p>
    </Notice>
  );
}
