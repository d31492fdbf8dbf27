"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Clash, type ClashField, type ClashSide } from "#components/form/clash.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { readError } from "#components/form/read-error.ts";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { theirsOf, untouchedOf } from "#components/form/use-clash.ts";
import { useExercise } from "#components/layout/world-link.tsx";
import type { Database } from "#generated/prisma/enums.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { ACCESS_DATABASES } from "../rules/databases.ts";
import { BringerField, DatabasesField } from "./access-form.tsx";
import type { Access } from "./point-types.ts";
import styles from "./points.module.css";

type Values = { databases: Database[]; operation: string };
const FIELDS = ["databases", "operation"] as const;
const valuesOf = (access: Access): Values => ({
  databases: access.databases,
  operation: access.broughtByOperationId ?? "",
});
const alike = (a: Values, b: Values, field: (typeof FIELDS)[number]) =>
  field === "databases"
    ? a.databases.toSorted().join() === b.databases.toSorted().join()
    : a.operation === b.operation;

type Props = { access: Access; pointId: string; close: () => void };

/** Which databases are open and what brought them. Where someone saved meanwhile both versions stand side by side. */
export function DatabasesForm({ access, pointId, close }: Props) {
  const t = useTranslations("points.accessForm");
  const shell = useTranslations("shell");
  const { mine, setMine, clash, fields, chosen, choose, change, send } = useChange({
    access,
    pointId,
    close,
  });
  return (
    <PageForm
      className={styles.panel}
      onSend={() => {
        send();
      }}
    >
      <h4>{t("changeTitle")}</h4>
      {clash ? (
        <Clash fields={fields} chosen={chosen} onChoose={choose} />
      ) : (
        <>
          <DatabasesField value={mine.databases} onChange={(databases) => setMine({ ...mine, databases })} />
          <BringerField
            pointId={pointId}
            value={mine.operation}
            onChange={(operation) => setMine({ ...mine, operation })}
          />
        </>
      )}
      {!clash && <Refusal error={change.error} />}
      <div className={styles.actions}>
        <SubmitButton pending={change.isPending} />
        <ActionButton onClick={close}>{shell("cancel")}</ActionButton>
      </div>
    </PageForm>
  );
}

function useChange({ access, pointId, close }: Props) {
  const t = useTranslations("points.accessForm");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const theirs = valuesOf(access);
  const [mine, setMine] = useState(theirs);
  /** What this form began from; a clash is settled against the newer version. */
  const [base, setBase] = useState({ version: access.version, values: theirs });
  const [refused, setRefused] = useState(false);
  const [chosen, setChosen] = useState<Partial<Record<string, ClashSide>>>({});
  const change = useMutation(
    trpc.points.changeDatabases.mutationOptions({
      onSuccess: close,
      onError: (error) => setRefused(readError(error).reason === "access.changed_meanwhile"),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.points.pathKey() }),
    }),
  );
  const clash = refused && access.version !== base.version;
  const sides = { ...theirsOf(untouchedOf(FIELDS, { base: base.values, mine, theirs })), ...chosen };
  const words = useWords(pointId);
  const fields = FIELDS.filter((field) => !alike(mine, theirs, field)).map((field): ClashField => ({
    key: field,
    label: t(field === "databases" ? "databases" : "broughtBy"),
    mine: words(mine, field),
    theirs: words(theirs, field),
  }));
  const send = () => {
    const take = (field: (typeof FIELDS)[number]) => (clash && sides[field] === "theirs" ? theirs : mine);
    const merged = { databases: take("databases").databases, operation: take("operation").operation };
    const version = clash ? access.version : base.version;
    setMine(merged);
    if (clash) setBase({ version, values: theirs });
    setRefused(false);
    setChosen({});
    change.mutate({
      id: access.id,
      version,
      databases: merged.databases as (typeof ACCESS_DATABASES)[number][],
      broughtByOperationId: merged.operation || null,
    });
  };
  const choose = (key: string, side: ClashSide) => setChosen({ ...chosen, [key]: side });
  return { mine, setMine, clash, fields, chosen: sides, choose, change, send };
}

function useWords(pointId: string) {
  const t = useTranslations("points.access");
  const terms = useTranslations("terms.database");
  const trpc = useTRPC();
  const exercise = useExercise();
  const { data } = useQuery(trpc.points.bringers.queryOptions({ id: pointId, exercise }));
  return ({ databases, operation }: Values, field: (typeof FIELDS)[number]): string => {
    if (field === "databases") return databases.map((one) => terms(one)).join(" · ") || t("noDatabases");
    return data?.find(({ id }) => id === operation)?.codename ?? t("nobody");
  };
}
