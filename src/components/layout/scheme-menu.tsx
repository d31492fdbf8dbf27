"use client";

import { useMantineColorScheme } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Dropdown, DropdownChoice } from "./dropdown.tsx";
import { Icon } from "./icons.tsx";
import styles from "./top-bar.module.css";

const SCHEMES = ["light", "dark", "auto"] as const;

export function SchemeItems() {
  const t = useTranslations("shell.scheme");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return SCHEMES.map((scheme) => (
    <DropdownChoice key={scheme} checked={scheme === colorScheme} onChoose={() => setColorScheme(scheme)}>
      {t(scheme)}
    </DropdownChoice>
  ));
}

export function SchemeMenu() {
  const t = useTranslations("shell.scheme");
  const trigger = (
    <>
      <span className={styles.lightOnly}>
        <Icon name="sun" />
      </span>
      <span className={styles.darkOnly}>
        <Icon name="moon" />
      </span>
    </>
  );
  return (
    <Dropdown label={t("label")} trigger={trigger} className={styles.button}>
      <SchemeItems />
    </Dropdown>
  );
}
