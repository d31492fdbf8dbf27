"use client";

import { Menu } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { Locale } from "#i18n/locale.ts";
import { Icon } from "./icons.tsx";
import { LanguageItems } from "./language-menu.tsx";
import { SchemeItems } from "./scheme-menu.tsx";
import styles from "./top-bar.module.css";
import { WorldLink } from "./world-link.tsx";

export type Account = { name: string; email: string; role: string };

type Props = { account: Account; onSignOut: () => void; onLocale?: (locale: Locale) => void };

/** The reader's own menu; on a phone it also holds language and colours, for which the bar has no room. */
export function AccountMenu({ account, onSignOut, onLocale }: Props) {
  const t = useTranslations("shell");
  return (
    <Menu position="bottom-end" width={232}>
      <Menu.Target>
        <button
          type="button"
          className={styles.button}
          aria-label={t("account.menu", { name: account.name })}
        >
          <Icon name="account" />
          <span className={styles.wide}>{account.role}</span>
          <Icon name="down" size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <b>{account.name}</b>
          <span>{account.email}</span>
          <span>{account.role}</span>
        </div>
        <Menu.Divider />
        <Menu.Item component={WorldLink} href="/account" leftSection={<Icon name="settings" />}>
          {t("account.open")}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="signOut" />} onClick={onSignOut}>
          {t("account.signOut")}
        </Menu.Item>
        <div className={styles.onPhone}>
          <Menu.Label>{t("language")}</Menu.Label>
          <LanguageItems onLocale={onLocale} />
          <Menu.Label>{t("scheme.label")}</Menu.Label>
          <SchemeItems />
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
