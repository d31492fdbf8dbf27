"use client";

import { useTranslations } from "next-intl";
import { WorldLink } from "#components/layout/world-link.tsx";
import type { Operation } from "./operation-header.tsx";
import styles from "./operation-page.module.css";
import type { PlanSectionName } from "./plan-section.tsx";

type Part = Exclude<PlanSectionName, "operation">;

/** An empty part of a plan: what a source leaves out, or what is still to be planned and where. */
export function NothingYet({
  operation,
  part,
  printed,
}: {
  operation: Operation;
  part: Part;
  printed: string;
}) {
  const t = useTranslations("planning.page");
  if (operation.imported && !operation.planner) return <p className={styles.empty}>{printed}</p>;
  return (
    <p className={styles.empty}>
      {operation.imported ? printed : t(`none.${part}`)}{" "}
      {operation.planner && (
        <WorldLink href={`/operations/${operation.slug}/edit#${part}`}>{t("add")}</WorldLink>
      )}
    </p>
  );
}

/** From a part of the plan to the same part of its form. */
export function EditPart({ operation, part }: { operation: Operation; part: Part }) {
  const t = useTranslations("planning");
  if (!operation.planner) return null;
  return (
    <WorldLink
      href={`/operations/${operation.slug}/edit#${part}`}
      aria-label={`${t("page.edit")}: ${t(`section.${part}`)}`}
    >
      {t("page.edit")}
    </WorldLink>
  );
}
