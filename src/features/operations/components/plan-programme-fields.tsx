"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton, ActionLink } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Plan } from "../schema/plan.ts";
import styles from "./plan-form.module.css";
import { usePlanNames } from "./plan-names.ts";
import { AddFromList, PlanRow, PlanSection, RowButton } from "./plan-section.tsx";
import { bindFields, usePlanTools, type RowOf } from "./plan-tools.tsx";
import type { PlanErrors } from "./use-plan-form.ts";

/** The programmes an operation belongs to, each with the label used in print; a new one is made in place. */
export function PlanProgrammeFields({ plan, errors }: { plan: Plan; errors: PlanErrors }) {
  const t = useTranslations("planning.programme");
  const { choices, addRow, removeRow, changeRow } = usePlanTools();
  const names = usePlanNames(choices);
  const [making, setMaking] = useState(false);
  const chosen = new Set(plan.programmes.map(({ programmeId }) => programmeId));
  const add = (programmeId: string, label: string) => addRow("programmes", { programmeId, label });
  return (
    <PlanSection name="programmes">
      {plan.programmes.length === 0 && <p className={styles.empty}>{t("empty")}</p>}
      <ul className={styles.rows}>
        {plan.programmes.map((row, at) => (
          <PlanRow
            key={row.programmeId}
            title={names.programme(row.programmeId)}
            actions={
              <RowButton
                icon="close"
                label={t("remove", { name: names.programme(row.programmeId) })}
                onClick={() => removeRow("programmes", at)}
              />
            }
          >
            <TextField
              label={t("label")}
              description={t("labelHint")}
              {...bindFields<RowOf<"programmes">>({
                row,
                path: `programmes.${at}`,
                errors,
                change: (changed) => changeRow("programmes", at, changed),
              }).line("label")}
            />
          </PlanRow>
        ))}
      </ul>
      <AddFromList
        label={t("add")}
        data={choices.programmes
          .filter(({ id }) => !chosen.has(id))
          .map(({ id, code, name }) => ({ value: id, label: code === name ? code : `${code} · ${name}` }))}
        onAdd={(id) => add(id, choices.programmes.find((one) => one.id === id)?.code ?? "")}
      >
        {!making && <ActionButton onClick={() => setMaking(true)}>{t("new")}</ActionButton>}
        <ActionLink href="/settings/programmes">{t("all")}</ActionLink>
      </AddFromList>
      {making && (
        <NewProgramme
          done={(made) => {
            if (made) add(made.id, made.code);
            setMaking(false);
          }}
        />
      )}
    </PlanSection>
  );
}

function NewProgramme({ done }: { done: (made: { id: string; code: string } | null) => void }) {
  const t = useTranslations("planning.programme");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [row, setRow] = useState(() => ({ id: newId(), code: "", name: "" }));
  const make = useMutation(
    trpc.operations.openProgramme.mutationOptions({
      async onSuccess() {
        await queries.invalidateQueries({ queryKey: trpc.operations.planForm.pathKey() });
        done({ id: row.id, code: row.code.trim() });
      },
    }),
  );
  const fields = bindFields({
    row,
    path: "",
    errors: {},
    change: (changed) => setRow({ ...row, ...changed }),
  });
  return (
    <div className={styles.more}>
      <div className={styles.grid}>
        <TextField label={t("code")} description={t("codeHint")} {...fields.line("code")} />
        <TextField label={t("name")} {...fields.line("name")} />
      </div>
      <Refusal error={make.error} labels={{ code: t("code"), name: t("name") }} />
      <div className={styles.add}>
        <span>
          <ActionButton look="primary" disabled={make.isPending} onClick={() => make.mutate(row)}>
            {t("make")}
          </ActionButton>{" "}
          <ActionButton onClick={() => done(null)}>{t("leave")}</ActionButton>
        </span>
      </div>
    </div>
  );
}
