"use client";

import { Menu } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Icon } from "./icons.tsx";
import styles from "./top-bar.module.css";
import { WorldLink } from "./world-link.tsx";

export type Account = { name: string; email: string; role: string };

export function AccountMenu({ account, onSignOut }: { account: Account; onSignOut: () => void }) {
  const t = useTranslations("shell.account");
  return (
    <Menu position="bottom-end" width={232}>
      <Menu.Target>
        <button type="button" className={styles.button} aria-label={t("menu", { name: account.name })}>
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
          {t("open")}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="signOut" />} onClick={onSignOut}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
