"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Clash, type ClashField, type ClashSide } from "#components/form/clash.tsx";
import { readError } from "#components/form/read-error.ts";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import type { Database } from "#generated/prisma/enums.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { ACCESS_DATABASES } from "../schema.ts";
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

/** Which databases are open and what brought them. Where someone saved meanwhile both versions stand side by side. */
export function DatabasesForm(props: { access: Access; pointId: string; close: () => void }) {
  const { access, pointId, close } = props;
  const t = useTranslations("points.accessForm");
  const shell = useTranslations("shell");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [mine, setMine] = useState(() => valuesOf(access));
  /** The version this form began from, until a clash shows the newer one. */
  const [begun, setBegun] = useState(access.version);
  const [clash, setClash] = useState(false);
  const [chosen, setChosen] = useState<Partial<Record<string, ClashSide>>>({});
  const change = useMutation(
    trpc.points.changeDatabases.mutationOptions({
      onSuccess: close,
      onError: (error) => setClash(readError(error).reason === "access.changed_meanwhile"),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.points.pathKey() }),
    }),
  );
  const theirs = valuesOf(access);
  const clashing = clash && access.version !== begun;
  const words = useWords(pointId);
  const fields = FIELDS.filter((field) => !alike(mine, theirs, field)).map((field): ClashField => ({
    key: field,
    label: t(field === "databases" ? "databases" : "broughtBy"),
    mine: words(mine, field),
    theirs: words(theirs, field),
  }));
  const send = () => {
    const take = (field: (typeof FIELDS)[number]) => (clashing && chosen[field] === "theirs" ? theirs : mine);
    setClash(false);
    setBegun(access.version);
    change.mutate({
      id: access.id,
      version: clashing ? access.version : begun,
      databases: take("databases").databases as (typeof ACCESS_DATABASES)[number][],
      broughtByOperationId: take("operation").operation || null,
    });
  };
  return (
    <form
      className={styles.panel}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h4>{t("changeTitle")}</h4>
      {clashing ? (
        <Clash
          fields={fields}
          chosen={chosen}
          onChoose={(key, side) => setChosen({ ...chosen, [key]: side })}
        />
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
    </form>
  );
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
