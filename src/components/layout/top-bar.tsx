"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AccountMenu } from "./account-menu.tsx";
import type { Account } from "./account-menu.tsx";
import styles from "./top-bar.module.css";
import { ConnectionState } from "./connection-state.tsx";
import { LanguageMenu } from "./language-menu.tsx";
import { SchemeMenu } from "./scheme-menu.tsx";
import { WorldSwitch } from "./world-switch.tsx";
import type { Locale } from "#i18n/locale.ts";

export type TopBarProps = {
  /** What the reader's rights cover, in words: "Kenya", "all countries". */
  scope: string;
  account: Account;
  /** Called beside the cookie, to keep the choice in the profile. */
  onLocale?: (locale: Locale) => void;
  onSignOut: () => void;
  /** Entries of the device's outbox that wait to be sent. */
  queued?: number;
  /** Entries that came back: somebody was faster, or something does not fit. */
  refused?: number;
  /** Whether an exercise exists that this reader can enter. */
  worlds?: boolean;
  extra?: ReactNode;
};

export function TopBar({
  scope,
  account,
  onLocale,
  onSignOut,
  queued = 0,
  refused = 0,
  worlds = true,
  extra,
}: TopBarProps) {
  const t = useTranslations("shell");
  return (
    <header className={`${styles.top} not-on-paper`}>
      <p className={styles.scope}>
        <span>{t("lookingAt")}</span> <b>{scope}</b>
      </p>
      {extra}
      <div className={styles.end}>
        <ConnectionState queued={queued} refused={refused} />
        {worlds && <WorldSwitch />}
        <span className={styles.offPhone}>
          <LanguageMenu onLocale={onLocale} />
          <SchemeMenu />
        </span>
        <AccountMenu account={account} onSignOut={onSignOut} onLocale={onLocale} />
      </div>
    </header>
  );
}
