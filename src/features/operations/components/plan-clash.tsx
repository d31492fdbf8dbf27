"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Clash, type ClashSide } from "#components/form/clash.tsx";
import { differencesOf, mergePlans, sideOf } from "../rules/plan-merge.ts";
import type { Plan } from "../schema/plan.ts";
import { useDifferenceWords } from "./difference-words.tsx";
import styles from "./plan-form.module.css";
import type { PlanChoices } from "./plan-tools.tsx";

type Props = {
  versions: { base: Plan; mine: Plan; theirs: Plan };
  choices: PlanChoices;
  /** The plan made of both; sent at once, or taken back into the form. */
  onSettle: (plan: Plan, send: boolean) => void;
};

/** Two versions of one plan, field by field and row by row: where only one person changed something, theirs stands already. */
export function PlanClash({ versions, choices, onSettle }: Props) {
  const t = useTranslations("planning.clash");
  const words = useDifferenceWords(choices);
  const differences = differencesOf(versions);
  const [chosen, setChosen] = useState<Record<string, ClashSide | undefined>>(() =>
    Object.fromEntries(differences.map((difference) => [difference.key, sideOf(difference)])),
  );
  const settle = (send: boolean) => onSettle(mergePlans(versions, chosen), send);
  return (
    <Clash
      fields={differences.map((difference) => ({
        key: difference.key,
        label: (
          <>
            {words.label(difference)} <small>{t(`changedBy.${difference.changedBy}`)}</small>
          </>
        ),
        mine: words.said(difference.part, difference.mine),
        theirs: words.said(difference.part, difference.theirs),
      }))}
      chosen={chosen}
      onChoose={(key, side) => setChosen((now) => ({ ...now, [key]: side }))}
      actions={
        <div className={styles.pair}>
          <ActionButton look="primary" onClick={() => settle(true)}>
            {t("send")}
          </ActionButton>
          <ActionButton onClick={() => settle(false)}>{t("back")}</ActionButton>
        </div>
      }
    />
  );
}
