"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Card } from "#components/layout/card.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { responseRate } from "../rules.ts";
import { EvaluationForm } from "./evaluation-form.tsx";
import type { Evaluation, Session } from "./training-types.ts";
import { useTrainingWords } from "./training-words.ts";
import styles from "./training.module.css";

/** Tests and reactions as means: never without how many answered. */
export function SessionEvaluations({ session }: { session: Session }) {
  const t = useTranslations("training.evaluation");
  const [open, setOpen] = useState(false);
  const { evaluations } = session;
  if (evaluations === null || session.state === "cancelled") return null;
  const standing = evaluations.filter(({ supersededAt }) => supersededAt === null);
  if (standing.length === 0 && !session.may.record) return null;
  return (
    <Card title={t("title")}>
      {standing.length === 0 ? <p>{t("none")}</p> : <Means rows={standing} />}
      {standing.length > 0 && <p className={styles.quiet}>{t("note")}</p>}
      {session.may.record && (
        <div className={styles.actions}>
          <ActionButton aria-expanded={open} onClick={() => setOpen(!open)}>
            {t("add")}
          </ActionButton>
        </div>
      )}
      {open && <EvaluationForm sessionId={session.id} standing={standing} close={() => setOpen(false)} />}
    </Card>
  );
}

function Means({ rows }: { rows: readonly Evaluation[] }) {
  const t = useTranslations("training.evaluation");
  const words = useTrainingWords();
  const format = useFormatter();
  return (
    <SimpleTable
      label={t("title")}
      columns={[
        { header: t("kind") },
        { header: t("mean"), align: "end" },
        { header: t("responses"), align: "end" },
      ]}
      rows={rows.map((row) => {
        const rate = responseRate(row);
        return {
          key: row.id,
          cells: [
            words.evaluation(row.kind),
            t("outOf", { mean: format.number(row.mean, "decimal"), most: format.number(row.outOf, "count") }),
            rate === null
              ? t("askedUnknown", { responses: row.responses })
              : t("rate", {
                  responses: row.responses,
                  asked: row.asked ?? 0,
                  share: format.number(rate, "percent"),
                }),
          ],
        };
      })}
    />
  );
}
