"use client";

import { useTranslations } from "next-intl";
import { keepLocale } from "#i18n/keep-locale.ts";
import type { Locale } from "#i18n/locale.ts";
import { Notice } from "#components/layout/notice.tsx";
import type { DemoAccount } from "#lib/demo-accounts.ts";
import { DemoAccounts } from "./demo-accounts.tsx";
import styles from "./door.module.css";
import { SignInForm } from "./sign-in-form.tsx";

/** Set by the language menu of this visit: then the choice made here stands, not the profile's. */
export const CHOSEN_HERE = "muster-language-chosen";

function takeLanguage(locale: Locale | undefined): void {
  if (locale && !window.sessionStorage.getItem(CHOSEN_HERE)) keepLocale(locale);
}

type Props = {
  /** Where one wanted to go; already made safe. */
  next: string;
  ended: boolean;
  demo: readonly DemoAccount[];
};

/** The whole of signing in: one's own account, and in a demonstration the invented ones by one click. */
export function SignInCard({ next, ended, demo }: Props) {
  const t = useTranslations("sign-in");
  const enter = (locale: Locale | undefined) => {
    takeLanguage(locale);
    // A full load: nothing of an earlier reader stays in memory.
    window.location.assign(next);
  };
  return (
    <div className={styles.columns} data-two={demo.length > 0 || undefined}>
      <section className={styles.card}>
        <h1>{t("title")}</h1>
        {ended && <Notice tone="wait">{t("ended")}</Notice>}
        <SignInForm onDone={enter} />
        <p className={styles.small}>{t("byInvitation")}</p>
      </section>
      {demo.length > 0 && <DemoAccounts accounts={demo} onDone={enter} />}
    </div>
  );
}
