"use client";

import { Menu, useMantineColorScheme } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Icon } from "./icons.tsx";
import styles from "./top-bar.module.css";

const SCHEMES = ["light", "dark", "auto"] as const;

export function SchemeItems() {
  const t = useTranslations("shell.scheme");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return SCHEMES.map((scheme) => (
    <Menu.Item
      key={scheme}
      role="menuitemradio"
      aria-checked={scheme === colorScheme}
      onClick={() => setColorScheme(scheme)}
      rightSection={scheme === colorScheme ? <Icon name="check" /> : undefined}
    >
      {t(scheme)}
    </Menu.Item>
  ));
}

export function SchemeMenu() {
  const t = useTranslations("shell.scheme");
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={styles.button} aria-label={t("label")}>
          <span className={styles.lightOnly}>
            <Icon name="sun" />
          </span>
          <span className={styles.darkOnly}>
            <Icon name="moon" />
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <SchemeItems />
      </Menu.Dropdown>
    </Menu>
  );
}
