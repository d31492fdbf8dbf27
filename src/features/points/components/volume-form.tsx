"use client";

import { Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { CountField } from "#components/form/count-field.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { VolumeSource } from "#generated/prisma/enums.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import { ACCESS_DATABASES } from "../rules/databases.ts";
import type { Access, Volume } from "./point-types.ts";
import styles from "./points.module.css";
import { ReasonField } from "./retire-form.tsx";
import { useCountWords } from "./use-count-words.ts";

type Offered = (typeof ACCESS_DATABASES)[number];
const lastMonth = () => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
};

type Props = { access: Access; volume: Volume | null; close: () => void };

/** Enters a month, or revises one with a reason: which month and source a revision is of cannot change. */
export function VolumeForm({ access, volume, close }: Props) {
  const t = useTranslations("points.volumeForm");
  const shell = useTranslations("shell");
  const errors = useTranslations("errors.issue");
  const { values, change, record, send, missing } = useVolume({ access, volume, close });
  const { cannot, count, reason } = values;
  return (
    <PageForm
      className={styles.panel}
      onSend={() => {
        send();
      }}
    >
      <FormHead volume={volume} />
      {!volume && <MonthFields access={access} values={values} onChange={change} />}
      <CountField
        label={t("count")}
        value={cannot ? null : count}
        onChange={(typed) => change({ count: typed })}
        disabled={cannot}
        required={!cannot}
        error={missing ? errors("required") : undefined}
      />
      <Checkbox
        label={t("cannot")}
        description={t("cannotHint")}
        checked={cannot}
        onChange={(event) => change({ cannot: event.currentTarget.checked })}
      />
      {volume && (
        <ReasonField label={t("reason")} value={reason} onChange={(typed) => change({ reason: typed })} />
      )}
      <Refusal error={record.error} labels={{ reason: t("reason"), month: t("month"), count: t("count") }} />
      <div className={styles.actions}>
        <SubmitButton pending={record.isPending}>{t(volume ? "revise" : "save")}</SubmitButton>
        <ActionButton onClick={close}>{shell("cancel")}</ActionButton>
      </div>
    </PageForm>
  );
}

type Values = {
  month: string;
  database: Offered;
  source: VolumeSource;
  count: number | null;
  /** Asked for, and not attributable: unknown, which is neither empty nor zero. */
  cannot: boolean;
  reason: string;
};

function begunWith(access: Access, volume: Volume | null): Values {
  return {
    month: volume?.month ?? lastMonth(),
    database: (volume?.database ?? access.databases[0] ?? "sltd") as Offered,
    source: volume?.source ?? "national_return",
    count: volume?.count ?? null,
    cannot: volume !== null && volume.count === null,
    reason: "",
  };
}

function useVolume({ access, volume, close }: Props) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const [values, setValues] = useState(() => begunWith(access, volume));
  const record = useMutation(
    trpc.points.recordVolume.mutationOptions({
      onSuccess: close,
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.points.pathKey() }),
    }),
  );
  const { month, database, source, count, cannot, reason } = values;
  const empty = !cannot && count === null;
  const send = () => {
    setTried(true);
    if (empty) return;
    record.mutate({
      id,
      accessPointId: access.id,
      database,
      month,
      source,
      count: cannot ? null : count,
      supersedesId: volume?.id ?? null,
      reason: volume ? reason.trim() : null,
    });
  };
  const change = (patch: Partial<Values>) => setValues((before) => ({ ...before, ...patch }));
  return { values, change, record, send, missing: tried && empty };
}

function FormHead({ volume }: { volume: Volume | null }) {
  const t = useTranslations("points.volumeForm");
  const terms = useTranslations("terms.volumeSource");
  const format = useFormatter();
  const words = useCountWords();
  if (!volume) return <h4>{t("title")}</h4>;
  const month = format.dateTime(new Date(`${volume.month}-01`), "month");
  return (
    <>
      <h4>{t("reviseTitle", { month, source: terms(volume.source) })}</h4>
      <p className={styles.note}>{t("before", { count: words(volume.count) })}</p>
    </>
  );
}

type MonthProps = { access: Access; values: Values; onChange: (patch: Partial<Values>) => void };

function MonthFields({ access, values, onChange }: MonthProps) {
  const t = useTranslations("points.volumeForm");
  const terms = useTranslations("terms");
  const [thisMonth] = useState(() => new Date().toISOString().slice(0, 7));
  const open = ACCESS_DATABASES.filter((database) => access.databases.includes(database));
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          label={t("database")}
          data={(open.length > 0 ? open : ACCESS_DATABASES).map((value) => ({
            value,
            label: terms(`database.${value}`),
          }))}
          value={values.database}
          onChange={(event) => onChange({ database: event.currentTarget.value as Offered })}
        />
        <TextField
          label={t("month")}
          required
          type="month"
          placeholder="2026-11"
          value={values.month}
          max={thisMonth}
          onChange={(event) => onChange({ month: event.currentTarget.value })}
        />
      </div>
      <Segmented
        label={t("source")}
        value={values.source}
        onChange={(source) => onChange({ source })}
        choices={Object.values(VolumeSource).map((value) => ({
          value,
          label: terms(`volumeSource.${value}`),
        }))}
      />
    </>
  );
}
