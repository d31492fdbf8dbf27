"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionButton, ActionLink } from "#components/form/action-button.tsx";
import { useDraftOwner } from "#components/form/drafts.tsx";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { countryName } from "#lib/country.ts";
import { useOutbox } from "#offline/use-outbox.ts";
import styles from "./matches.module.css";

/** `reference` is null while the match waits on this device. */
export type Recorded = { id: string; deploymentId: string; countryCode: string; reference: string | null };

type Props = {
  recorded: Recorded;
  again: (begin: { deploymentId: string; sameTravellerAs: string | null } | null) => void;
};

/** The reference, big enough to be read out: it is what the bureau quotes on I-24/7. */
export function MatchRecorded({ recorded, again }: Props) {
  const t = useTranslations("matches");
  const locale = useLocale();
  const { id, deploymentId } = recorded;
  const { entries } = useOutbox(useDraftOwner());
  const sent = entries.find((entry) => entry.id === id && entry.state === "sent");
  // What waited on the device gets its reference as soon as it was sent.
  const reference = recorded.reference ?? sent?.receipt ?? null;
  const another = { deploymentId, sameTravellerAs: reference === null ? null : id };
  return (
    <Card title={t(reference === null ? "form.kept" : "form.done")}>
      <div className={styles.done} aria-live="polite">
        {reference === null ? (
          <Notice tone="wait">{t("form.keptText")}</Notice>
        ) : (
          <>
            <p className={styles.big} dir="ltr" data-reference>
              {reference}
            </p>
            <p>
              <strong>{t("form.quote", { reference })}</strong>
            </p>
            <p>{t("form.quoteText")}</p>
            <VisibleTo who={[countryName(recorded.countryCode, locale)]} />
          </>
        )}
        <div className={styles.actions}>
          {reference !== null && (
            <ActionLink look="primary" href={`/matches/${id}`}>
              {t("form.open")}
            </ActionLink>
          )}
          {reference !== null && (
            <ActionButton onClick={() => again(another)}>{t("form.sameTraveller")}</ActionButton>
          )}
          <ActionButton onClick={() => again(null)}>{t("form.again")}</ActionButton>
        </div>
      </div>
    </Card>
  );
}
