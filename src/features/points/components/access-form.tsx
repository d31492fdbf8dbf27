"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { MultiSelectField, SelectField } from "#components/form/select-field.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { AccessSystem, type Database } from "#generated/prisma/enums.ts";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import { nextStates } from "../rules/status.ts";
import { ACCESS_DATABASES } from "../rules/databases.ts";
import type { Point } from "./point-types.ts";
import styles from "./points.module.css";
import { newStatus, StatusFields } from "./status-fields.tsx";

/** A system that was requested or installed here, with its first dated status. */
export function AccessForm({ point, close }: { point: Point; close: () => void }) {
  const t = useTranslations("points.accessForm");
  const shell = useTranslations("shell");
  const form = useNewAccess(point, close);
  return (
    <PageForm
      className={styles.panel}
      onSend={() => {
        form.send();
      }}
    >
      <h4>{t("title")}</h4>
      <div className={styles.pair}>
        <SystemField value={form.system} onChange={form.setSystem} />
        <BringerField pointId={point.id} value={form.operation} onChange={form.setOperation} />
      </div>
      <DatabasesField value={form.databases} onChange={form.setDatabases} />
      <StatusFields
        choices={nextStates(null)}
        values={form.status}
        onChange={form.setStatus}
        zone={point.timeZone}
        notBefore={null}
      />
      <Refusal
        error={form.add.error}
        labels={{ onDate: t("onDate"), note: t("note"), databases: t("databases") }}
      />
      <div className={styles.actions}>
        <SubmitButton pending={form.add.isPending}>{t("save")}</SubmitButton>
        <ActionButton onClick={close}>{shell("cancel")}</ActionButton>
      </div>
    </PageForm>
  );
}

/** What is typed so far, and how it is sent. */
function useNewAccess(point: Point, close: () => void) {
  const trpc = useTRPC();
  const exercise = useExercise();
  const queries = useQueryClient();
  const [ids] = useState(() => ({ id: newId(), statusId: newId() }));
  const [system, setSystem] = useState<AccessSystem>("find");
  const [databases, setDatabases] = useState<Database[]>(["sltd"]);
  const [operation, setOperation] = useState("");
  const [status, setStatus] = useState(() => newStatus(point.timeZone, "requested"));
  const add = useMutation(
    trpc.points.addAccess.mutationOptions({
      onSuccess: close,
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.points.pathKey() }),
    }),
  );
  const send = () => {
    const { state, onDate, note } = status;
    if (state === null) return;
    add.mutate({
      ...ids,
      pointId: point.id,
      system,
      databases: databases as (typeof ACCESS_DATABASES)[number][],
      broughtByOperationId: operation || null,
      exercise,
      state,
      onDate,
      note: note.trim() || null,
    });
  };
  return {
    system,
    setSystem,
    databases,
    setDatabases,
    operation,
    setOperation,
    status,
    setStatus,
    send,
    add,
  };
}

type SystemProps = { value: AccessSystem; onChange: (system: AccessSystem) => void };

function SystemField({ value, onChange }: SystemProps) {
  const t = useTranslations("points.accessForm");
  const terms = useTranslations("terms.accessSystem");
  return (
    <SelectField
      label={t("system")}
      data={Object.values(AccessSystem).map((system) => ({ value: system, label: terms(system) }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as AccessSystem)}
    />
  );
}

type DatabasesProps = { value: Database[]; onChange: (databases: Database[]) => void };

export function DatabasesField({ value, onChange }: DatabasesProps) {
  const t = useTranslations("points.accessForm");
  const terms = useTranslations("terms.database");
  return (
    <MultiSelectField
      label={t("databases")}
      data={ACCESS_DATABASES.map((database) => ({ value: database, label: terms(database) }))}
      value={value}
      onChange={(chosen) => onChange(chosen as Database[])}
    />
  );
}

type BringerProps = { pointId: string; value: string; onChange: (operationId: string) => void };

/** Operations of this world that the point's country takes part in. */
export function BringerField({ pointId, value, onChange }: BringerProps) {
  const t = useTranslations("points");
  const trpc = useTRPC();
  const exercise = useExercise();
  const { data } = useQuery(trpc.points.bringers.queryOptions({ id: pointId, exercise }));
  return (
    <SelectField
      label={t("accessForm.broughtBy")}
      data={[
        { value: "", label: t("access.nobody") },
        ...(data ?? []).map(({ id, codename, year }) => ({
          value: id,
          label: year && !codename.includes(String(year)) ? `${codename} ${year}` : codename,
        })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
