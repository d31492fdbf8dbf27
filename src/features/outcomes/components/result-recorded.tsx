"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionButton, ActionLink } from "#components/form/action-button.tsx";
import { useDraftOwner } from "#components/form/drafts.tsx";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { countryName } from "#lib/country.ts";
import { useOutbox } from "#offline/use-outbox.ts";
import styles from "./outcomes.module.css";

export type Recorded = {
  /** Its key in the outbox. */
  id: string;
  countryCode: string;
  /** Where it stands once it is sent. */
  href: string;
};

/** The receipt of what was recorded, or that it waits on this device. */
export function ResultRecorded({ recorded, again }: { recorded: Recorded; again: () => void }) {
  const t = useTranslations("outcomes.recorded");
  const locale = useLocale();
  const { entries } = useOutbox(useDraftOwner());
  const receipt = entries.find(({ id, state }) => id === recorded.id && state === "sent")?.receipt;
  return (
    <Card title={t(receipt ? "done" : "kept")}>
      <div className={styles.done} aria-live="polite">
        {receipt ? (
          <>
            <p className={styles.big} data-receipt>
              {t("receipt", { receipt })}
            </p>
            <p>{t("preliminary")}</p>
            <VisibleTo who={[countryName(recorded.countryCode, locale)]} />
          </>
        ) : (
          <Notice tone="wait">{t("keptText")}</Notice>
        )}
        <div className={styles.actions}>
          {receipt && (
            <ActionLink look="primary" href={recorded.href}>
              {t("open")}
            </ActionLink>
          )}
          <ActionButton onClick={again}>{t("again")}</ActionButton>
        </div>
      </div>
    </Card>
  );
}
