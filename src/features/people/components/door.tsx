"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageMenu } from "#components/layout/language-menu.tsx";
import { SchemeMenu } from "#components/layout/scheme-menu.tsx";
import styles from "./door.module.css";
import { CHOSEN_HERE } from "./sign-in-card.tsx";

/** The frame of pages for people nobody knows yet: brand, language, who runs this. */
export function Door({ demo, children }: { demo: boolean; children: ReactNode }) {
  const t = useTranslations("sign-in");
  const shell = useTranslations("shell");
  return (
    <div className={styles.door}>
      <header>
        {demo && (
          <p className={styles.banner} title={shell("demoBannerMore")}>
            {shell("demoBanner")}
          </p>
        )}
        <div className={styles.head}>
          <Link href="/sign-in" className={styles.brand} dir="ltr">
            Muster<i>.</i>
          </Link>
          <div className={styles.menus}>
            <LanguageMenu onLocale={() => window.sessionStorage.setItem(CHOSEN_HERE, "1")} />
            <SchemeMenu />
          </div>
        </div>
      </header>
      <main id="main" className={styles.main}>
        {children}
      </main>
      <footer className={styles.foot}>
        <Link href="/about">{t("about")}</Link>
      </footer>
    </div>
  );
}
