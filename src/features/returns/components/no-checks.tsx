"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { NoChecksReason } from "#generated/prisma/enums.ts";
import styles from "./return-form.module.css";

type Props = {
  typed: boolean;
  matches: number;
  pending: boolean;
  onNoMatches: () => void;
  onNoChecks: (reason: NoChecksReason) => void;
};

/** "Checks made, no matches" and "no checks made": two different things, one tap each. */
export function NoChecks({ typed, matches, pending, onNoMatches, onNoChecks }: Props) {
  const t = useTranslations("returns.form");
  const terms = useTranslations("terms.noChecksReason");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div className={styles.pair}>
        <ActionButton big disabled={pending || matches > 0} onClick={onNoMatches}>
          {t("noMatches")}
        </ActionButton>
        <ActionButton big disabled={pending} aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {t("noChecks")}
        </ActionButton>
      </div>
      {matches > 0 && <p className={styles.hint}>{t("noMatchesNot", { count: matches })}</p>}
      {asking && (
        <div className={styles.reasons} role="group" aria-label={t("whyNoChecks")}>
          <p>{t("whyNoChecks")}</p>
          {typed && <p className={styles.hint}>{t("typedLeftOut")}</p>}
          {Object.values(NoChecksReason).map((reason) => (
            <ActionButton key={reason} disabled={pending} onClick={() => onNoChecks(reason)}>
              {terms(reason)}
            </ActionButton>
          ))}
        </div>
      )}
    </>
  );
}
