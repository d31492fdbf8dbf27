"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Locale } from "#i18n/locale.ts";
import { Dropdown, DropdownChoice, DropdownGroup } from "./dropdown.tsx";
import { Icon } from "./icons.tsx";
import { keepWorld } from "./keep-world.ts";
import { LanguageItems } from "./language-menu.tsx";
import { SchemeItems } from "./scheme-menu.tsx";
import styles from "./top-bar.module.css";
import { useExercise } from "./world-link.tsx";

export type Account = { name: string; email: string; role: string };

type Props = { account: Account; onSignOut: () => void; onLocale?: (locale: Locale) => void };

/** The reader's own menu; on a phone it also holds language and colours, for which the bar has no room. */
export function AccountMenu({ account, onSignOut, onLocale }: Props) {
  const t = useTranslations("shell");
  const router = useRouter();
  const exercise = useExercise();
  const trigger = (
    <>
      <Icon name="account" />
      <span className={styles.role}>{account.role}</span>
      <Icon name="down" size={12} />
    </>
  );
  return (
    <Dropdown label={t("account.menu", { name: account.name })} trigger={trigger} className={styles.button}>
      <div className={styles.who} role="presentation">
        <b>{account.name}</b>
        <span>{account.email}</span>
        <span>{account.role}</span>
      </div>
      <DropdownChoice
        icon={<Icon name="settings" />}
        onChoose={() => router.push(keepWorld("/account", exercise))}
      >
        {t("account.open")}
      </DropdownChoice>
      <DropdownChoice icon={<Icon name="signOut" />} onChoose={onSignOut}>
        {t("account.signOut")}
      </DropdownChoice>
      <DropdownGroup label={t("language")} className={styles.onPhone}>
        <LanguageItems onLocale={onLocale} />
      </DropdownGroup>
      <DropdownGroup label={t("scheme.label")} className={styles.onPhone}>
        <SchemeItems />
      </DropdownGroup>
    </Dropdown>
  );
}
