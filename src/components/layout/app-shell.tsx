"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./app-shell.module.css";
import { NavRail } from "./nav-rail.tsx";
import { PhoneBar } from "./phone-bar.tsx";
import type { NavItem } from "./nav-items.ts";
import { TopBar } from "./top-bar.tsx";
import type { TopBarProps } from "./top-bar.tsx";
import { useExercise } from "./world-link.tsx";

type Props = TopBarProps & {
  items: readonly NavItem[];
  /** The permissions of the reader; an item that needs one they lack is not shown. */
  can: readonly string[];
  /** A demonstration says so on every page. */
  demo: boolean;
  children: ReactNode;
};

/** The frame of the desk: rail, top bar, page; a tab bar on the phone. */
export function AppShell({ items, can, demo, children, ...top }: Props) {
  const t = useTranslations("shell");
  // Outside the exercise published figures are real: only what is entered is not.
  const banner = t(useExercise() ? "demoBanner" : "demoBannerReal");
  const shown = items.filter(
    (item) => !item.needs || item.needs.some((permission) => can.includes(permission)),
  );
  return (
    <>
      <a href="#main" className={styles.skip}>
        {t("skipToContent")}
      </a>
      {demo && (
        <aside className={styles.demo} aria-label={banner} title={t("demoBannerMore")}>
          {banner}
        </aside>
      )}
      <div className={styles.frame}>
        <NavRail items={shown} />
        <div className={styles.side}>
          <TopBar {...top} />
          <main id="main" tabIndex={-1} className={styles.main}>
            {children}
          </main>
        </div>
      </div>
      <PhoneBar items={shown} />
    </>
  );
}
