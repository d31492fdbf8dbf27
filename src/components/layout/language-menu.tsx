"use client";

import { Menu } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { LANGUAGE_NAMES, LOCALE_COOKIE, LOCALES } from "#i18n/locale.ts";
import type { Locale } from "#i18n/locale.ts";
import { Icon } from "./icons.tsx";
import styles from "./top-bar.module.css";

const YEAR = 31_536_000;

type Props = { onLocale?: (locale: Locale) => void };

/** Changes the language in place: what was typed stays, the page is said anew. */
export function LanguageItems({ onLocale }: Props) {
  const current = useLocale();
  const router = useRouter();
  const choose = (locale: Locale) => {
    const secure = window.location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
    onLocale?.(locale);
    router.refresh();
  };
  return LOCALES.map((locale) => (
    <Menu.Item
      key={locale}
      lang={locale}
      role="menuitemradio"
      aria-checked={locale === current}
      onClick={() => choose(locale)}
      rightSection={locale === current ? <Icon name="check" /> : undefined}
    >
      {LANGUAGE_NAMES[locale]}
    </Menu.Item>
  ));
}

export function LanguageMenu({ onLocale }: Props) {
  const t = useTranslations("shell");
  const current = useLocale();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button
          type="button"
          className={styles.button}
          aria-label={`${t("language")}: ${LANGUAGE_NAMES[current]}`}
        >
          <Icon name="language" />
          <span className={styles.wide} aria-hidden="true">
            {current.toUpperCase()}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems onLocale={onLocale} />
      </Menu.Dropdown>
    </Menu>
  );
}
