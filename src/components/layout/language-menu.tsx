"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { keepLocale } from "#i18n/keep-locale.ts";
import { LANGUAGE_NAMES, LOCALES } from "#i18n/locale.ts";
import type { Locale } from "#i18n/locale.ts";
import { Dropdown, DropdownChoice } from "./dropdown.tsx";
import { Icon } from "./icons.tsx";
import styles from "./top-bar.module.css";

type Props = { onLocale?: (locale: Locale) => void };

/** Changes the language in place: what was typed stays, the page is said anew. */
export function LanguageItems({ onLocale }: Props) {
  const current = useLocale();
  const router = useRouter();
  const choose = (locale: Locale) => {
    keepLocale(locale);
    onLocale?.(locale);
    router.refresh();
  };
  return LOCALES.map((locale) => (
    <DropdownChoice key={locale} lang={locale} checked={locale === current} onChoose={() => choose(locale)}>
      {LANGUAGE_NAMES[locale]}
    </DropdownChoice>
  ));
}

export function LanguageMenu({ onLocale }: Props) {
  const t = useTranslations("shell");
  const current = useLocale();
  const trigger = (
    <>
      <Icon name="language" />
      <span className={styles.wide} aria-hidden="true">
        {current.toUpperCase()}
      </span>
    </>
  );
  return (
    <Dropdown
      label={`${t("language")}: ${LANGUAGE_NAMES[current]}`}
      trigger={trigger}
      className={styles.button}
    >
      <LanguageItems onLocale={onLocale} />
    </Dropdown>
  );
}
