"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Card } from "#components/layout/card.tsx";
import { sourceName } from "./figure-source.tsx";
import type { Published } from "./figure-words.ts";
import styles from "./figures.module.css";
import { SourceForm } from "./source-form.tsx";

/** Adding and revising the sources of an operation, for whoever manages it. */
export function SourceDesk({ operationId, sources }: { operationId: string; sources: Published["sources"] }) {
  const t = useTranslations("figures.sources");
  const [open, setOpen] = useState<string | null>(null);
  const source = sources.find(({ id }) => id === open);
  const done = () => setOpen(null);
  return (
    <Card title={t("desk")} note={t("deskNote")}>
      {open === null ? (
        <div className={styles.actions}>
          <ActionButton onClick={() => setOpen("new")}>{t("add")}</ActionButton>
          {sources.map((one) => (
            <ActionButton key={one.id} look="plain" onClick={() => setOpen(one.id)}>
              {t("revise", { name: `\u2068${sourceName(one)}\u2069` })}
            </ActionButton>
          ))}
        </div>
      ) : (
        <SourceForm key={open} operationId={operationId} done={done} {...(source && { source })} />
      )}
    </Card>
  );
}
