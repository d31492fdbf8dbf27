"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import type { Operation } from "./operation-header.tsx";
import styles from "./operation-page.module.css";

const KINDS = ["conflict", "date_note", "coordination", "other"] as const;

/** What the sources say beside their numbers, word for word, under what it is about. */
export function OperationRemarks({ operation: { remarks } }: { operation: Operation }) {
  const t = useTranslations("operations.remarks");
  const terms = useTranslations("terms.remarkKind");
  const kinds = KINDS.filter((kind) => remarks.some((remark) => remark.kind === kind));
  if (kinds.length === 0) return null;
  return (
    <Card title={t("title")} note={t("verbatim")}>
      <dl className={styles.remarks}>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{terms(kind)}</dt>
            {remarks
              .filter((remark) => remark.kind === kind)
              .map(({ id, text }) => (
                <dd key={id} dir="auto">
                  {text}
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </Card>
  );
}
