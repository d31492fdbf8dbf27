"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { CountingBasis, CountUnit, Database, Direction } from "#generated/prisma/enums.ts";
import { newId } from "#lib/ids.ts";
import { unitOf } from "../rules.ts";
import type { DraftLine } from "../schema.ts";
import styles from "./return-form.module.css";

type Props = { lines: readonly DraftLine[]; onLines: (lines: DraftLine[]) => void };

const LINE_DATABASES = Object.values(Database).filter(
  (name) => name !== "unstated" && name !== "interpol_unspecified",
);

/** What may follow later: where the count comes from, its direction, another database or a second basis for the same one. */
export function ReturnDetails({ lines, onLines }: Props) {
  const t = useTranslations("returns.form");
  const terms = useTranslations("terms");
  const change = (id: string, patch: Partial<DraftLine>) =>
    onLines(lines.map((line) => (line.id === id ? { ...line, ...patch } : line)));
  return (
    <details className={styles.details}>
      <summary>{t("details")}</summary>
      {lines.map((line) => {
        const name = `${terms(`database.${line.database}`)}, ${terms(`unit.${line.unit}`)}`;
        return (
          <div key={line.id} className={styles.detail}>
            <b>{name}</b>
            <SelectField
              label={t("basis")}
              aria-label={`${t("basis")}: ${name}`}
              data={Object.values(CountingBasis).map((value) => ({ value, label: t(`basisName.${value}`) }))}
              value={line.basis}
              onChange={(event) => change(line.id, { basis: event.currentTarget.value as CountingBasis })}
            />
            <SelectField
              label={t("direction")}
              aria-label={`${t("direction")}: ${name}`}
              data={[
                { value: "", label: t("directionNone") },
                ...Object.values(Direction).map((value) => ({ value, label: terms(`direction.${value}`) })),
              ]}
              value={line.direction ?? ""}
              onChange={(event) =>
                change(line.id, { direction: (event.currentTarget.value || null) as Direction | null })
              }
            />
          </div>
        );
      })}
      <AddLine onAdd={(line) => onLines([...lines, line])} />
    </details>
  );
}

function AddLine({ onAdd }: { onAdd: (line: DraftLine) => void }) {
  const t = useTranslations("returns.form");
  const terms = useTranslations("terms");
  const [database, setDatabase] = useState<Database>("sltd");
  const [unit, setUnit] = useState<CountUnit>(unitOf("sltd"));
  const add = () => onAdd({ id: newId(), database, unit, direction: null, count: null, basis: "desk_count" });
  return (
    <div className={styles.detail}>
      <SelectField
        label={t("addDatabase")}
        data={LINE_DATABASES.map((value) => ({ value, label: terms(`database.${value}`) }))}
        value={database}
        onChange={(event) => {
          const chosen = event.currentTarget.value as Database;
          setDatabase(chosen);
          setUnit(unitOf(chosen));
        }}
      />
      <SelectField
        label={t("unit")}
        data={Object.values(CountUnit).map((value) => ({ value, label: terms(`unit.${value}`) }))}
        value={unit}
        onChange={(event) => setUnit(event.currentTarget.value as CountUnit)}
      />
      <ActionButton onClick={add}>{t("addLine")}</ActionButton>
    </div>
  );
}
