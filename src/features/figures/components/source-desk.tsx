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
  const form = useTranslations("figures.form");
  const [open, setOpen] = useState<string | null>(null);
  const source = sources.find(({ id }) => id === open);
  const done = () => setOpen(null);
  return (
    <Card title={t("desk")} note={t("deskNote")}>
      {open === null ? (
        <div className={styles.fields}>
          <div className={styles.actions}>
            <ActionButton onClick={() => setOpen("new")}>{t("add")}</ActionButton>
          </div>
          {sources.length > 0 && (
            <ul className={styles.lines}>
              {sources.map((one) => (
                <li key={one.id} className={styles.revised}>
                  <span>
                    <bdi>{sourceName(one)}</bdi>
                  </span>
                  <ActionButton
                    look="plain"
                    aria-label={t("revise", { name: `\u2068${sourceName(one)}\u2069` })}
                    onClick={() => setOpen(one.id)}
                  >
                    {form("revise")}
                  </ActionButton>
                </li>
              ))}
            </ul>
          )}
        </div>
      ) : (
        <SourceForm key={open} operationId={operationId} done={done} {...(source && { source })} />
      )}
    </Card>
  );
}
