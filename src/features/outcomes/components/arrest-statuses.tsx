"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "#access/use-can.tsx";
import { ActionButton } from "#components/form/action-button.tsx";
import { CountField } from "#components/form/count-field.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { ArrestState } from "#generated/prisma/enums.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { newId } from "#lib/ids.ts";
import { localDateOf } from "#lib/zone.ts";
import { useTRPC } from "#trpc/client.tsx";
import { countsByState } from "../rules.ts";
import type { RecordStatus } from "../schema/correct.ts";
import type { Details } from "./correction-kinds.ts";
import styles from "./outcomes.module.css";

type Status = Details["statuses"][number];
const LATER = Object.values(ArrestState).filter((state) => state !== "arrested");

/** What became of the arrested: dated states, each about some of them or all. */
export function ArrestStatuses({ result }: { result: Details }) {
  const t = useTranslations("outcomes.status");
  const terms = useTranslations("terms.arrestState");
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const records = can("outcome:record") && result.supersededAt === null;
  const now = countsByState(result.statuses);
  return (
    <Card
      title={t("title")}
      note={LATER.flatMap((state) => (now[state] ? [`${terms(state)} ${now[state]}`] : [])).join(" · ")}
    >
      {result.statuses.length === 0 && <p>{t("none")}</p>}
      <ul className={styles.list}>
        {result.statuses.map((status) => (
          <StatusLine key={status.id} status={status} result={result} withdrawable={records} />
        ))}
      </ul>
      {records && !adding && (
        <div className={styles.actions}>
          <ActionButton onClick={() => setAdding(true)}>{t("add")}</ActionButton>
        </div>
      )}
      {records && adding && <StatusForm result={result} close={() => setAdding(false)} />}
    </Card>
  );
}

function useRefresh() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: trpc.outcomes.pathKey() });
}

type LineProps = { status: Status; result: Details; withdrawable: boolean };

function StatusLine({ status, result, withdrawable }: LineProps) {
  const t = useTranslations("outcomes.status");
  const terms = useTranslations("terms.arrestState");
  const format = useFormatter();
  const [asking, setAsking] = useState(false);
  return (
    <li>
      {t("line", { count: status.count, total: result.amount, state: terms(status.state) })}{" "}
      {status.withdrawnAt && <Chip>{t("withdrawn")}</Chip>}
      <span className={styles.quiet}>
        {[format.dateTime(new Date(`${status.onDate}T00:00:00Z`), "day"), status.reason]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {withdrawable && !status.withdrawnAt && !asking && (
        <ActionButton look="plain" onClick={() => setAsking(true)}>
          {t("withdraw")}
        </ActionButton>
      )}
      {asking && !status.withdrawnAt && (
        <WithdrawStatus status={status} result={result} close={() => setAsking(false)} />
      )}
    </li>
  );
}

function WithdrawStatus({ status, result, close }: Omit<LineProps, "withdrawable"> & { close: () => void }) {
  const t = useTranslations("outcomes.status");
  const trpc = useTRPC();
  const refresh = useRefresh();
  const [reason, setReason] = useState("");
  const withdraw = useMutation(
    trpc.outcomes.withdrawStatus.mutationOptions({ onSuccess: close, onSettled: refresh }),
  );
  return (
    <PageForm
      className={styles.form}
      onSend={() => {
        if (reason.trim())
          withdraw.mutate({ id: status.id, arrestId: result.id, version: result.version, reason });
      }}
    >
      <TextField
        label={t("reason")}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Refusal error={withdraw.error} />
      <div className={styles.actions}>
        <SubmitButton pending={withdraw.isPending}>{t("withdraw")}</SubmitButton>
        <ActionButton onClick={close}>{t("cancel")}</ActionButton>
      </div>
    </PageForm>
  );
}

type Draft = Omit<RecordStatus, "state" | "count"> & {
  state: RecordStatus["state"] | null;
  count: number | null;
};

function StatusForm({ result, close }: { result: Details; close: () => void }) {
  const t = useTranslations("outcomes.status");
  const terms = useTranslations("terms.arrestState");
  const trpc = useTRPC();
  const refresh = useRefresh();
  const today = localDateOf(useNow(), result.timeZone ?? "UTC");
  const record = useMutation(
    trpc.outcomes.recordStatus.mutationOptions({ onSuccess: close, onSettled: refresh }),
  );
  const form = useZodForm<Draft>({
    schema: async () => (await import("../schema/correct.ts")).recordStatusInput,
    initialValues: {
      id: newId(),
      arrestId: result.id,
      version: result.version,
      state: null,
      count: result.amount,
      onDate: today,
    },
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={form.onSubmit((values) =>
        record.mutate({ ...values, version: result.version } as RecordStatus),
      )}
    >
      <Segmented
        label={t("state")}
        choices={LATER.map((value) => ({ value, label: terms(value) }))}
        {...form.getInputProps("state")}
      />
      <CountField label={t("count")} {...form.getInputProps("count")} />
      <DateField label={t("onDate")} min={result.localDate} max={today} {...form.getInputProps("onDate")} />
      <Refusal error={record.error} />
      <div className={styles.actions}>
        <SubmitButton pending={record.isPending}>{t("save")}</SubmitButton>
        <ActionButton onClick={close}>{t("cancel")}</ActionButton>
      </div>
    </form>
  );
}
