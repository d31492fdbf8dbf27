"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useCan } from "#access/use-can.tsx";
import { ActionButton } from "#components/form/action-button.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { untilLoaded } from "#components/form/until-loaded.ts";
import { useInBrowser } from "#components/form/use-in-browser.ts";
import { TextField } from "#components/form/text-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { CorrectionForm } from "./correction-form.tsx";
import { placeOf, type Details } from "./correction-kinds.ts";
import styles from "./outcomes.module.css";
import { CHECKS, useCorrectionDraft, useCorrectionUnderWay } from "./use-correction.ts";

/** A correction is a new version with a reason; a withdrawal leaves none. Both stay readable. */
export function CorrectResult({ result }: { result: Details }) {
  const t = useTranslations("outcomes.correct");
  const kept = useTranslations("outcomes.recorded");
  const can = useCan();
  const draft = useCorrectionDraft(result);
  const { waits, refused, answered } = useCorrectionUnderWay(result);
  const here = useInBrowser();
  const [chosen, setOpen] = useState<"correct" | "withdraw" | "closed" | null>(null);
  const records = can("outcome:record");
  useReady(result, records);
  // What was begun or came back is opened at once.
  const begun = here && chosen === null && (refused !== undefined || draft.read() !== null);
  const open = begun ? "correct" : chosen === "closed" ? null : chosen;
  const close = () => {
    draft.drop();
    setOpen("closed");
  };
  // The clash of a correction begun here is solved here, also once this version no longer stands.
  if (!records || (result.supersededAt !== null && open !== "correct") || answered) return null;
  if (waits)
    return (
      <Notice tone="wait" title={t("waiting")}>
        {kept("keptText")}
      </Notice>
    );
  if (open === null)
    return (
      <div className={styles.actions}>
        <ActionButton onClick={() => setOpen("correct")}>{t("open")}</ActionButton>
        <ActionButton look="plain" onClick={() => setOpen("withdraw")}>
          {t("withdraw")}
        </ActionButton>
      </div>
    );
  return open === "correct" ? (
    <Correction result={result} close={close} sent={() => setOpen(null)} />
  ) : (
    <Withdrawal result={result} close={close} />
  );
}

type Props = { result: Details; close: () => void };

/** What a correction takes comes with the page: it may be opened and sent without a connection. */
function usePlaces({ exercise }: Details, enabled: boolean) {
  const trpc = useTRPC();
  return useQuery(trpc.outcomes.places.queryOptions({ exercise }, { refetchOnWindowFocus: false, enabled }));
}

function useReady(result: Details, records: boolean): void {
  const { kind } = result;
  usePlaces(result, records);
  useEffect(() => {
    if (records) void untilLoaded(CHECKS[kind]);
  }, [kind, records]);
}

function Correction({ result, close, sent }: Props & { sent: () => void }) {
  const t = useTranslations("outcomes.correct");
  const { data: places, fetchStatus } = usePlaces(result, true);
  return (
    <Card title={t("title")} note={t("lead")}>
      {places || fetchStatus !== "fetching" ? (
        <CorrectionForm result={result} place={placeOf(result, places ?? [])} close={close} sent={sent} />
      ) : (
        <SkeletonLines lines={4} />
      )}
    </Card>
  );
}

function Withdrawal({ result, close }: Props) {
  const t = useTranslations("outcomes.correct");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const withdraw = useMutation(
    trpc.outcomes.withdraw.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.outcomes.pathKey() }),
    }),
  );
  const { kind, id, version } = result;
  return (
    <Card title={t("withdraw")} note={t("withdrawLead")}>
      <PageForm
        className={styles.sheet}
        onSend={() => {
          if (reason.trim()) withdraw.mutate({ kind, id, version, reason });
        }}
      >
        <TextField
          label={t("withdrawReason")}
          description={t("reasonHint")}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Refusal error={withdraw.error} />
        <div className={styles.actions}>
          <SubmitButton pending={withdraw.isPending}>{t("withdrawSave")}</SubmitButton>
          <ActionButton onClick={close}>{t("cancel")}</ActionButton>
        </div>
      </PageForm>
    </Card>
  );
}
