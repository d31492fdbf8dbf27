"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import styles from "./app-shell.module.css";
import { Icon } from "./icons.tsx";
import { currentItem } from "./nav-items.ts";
import type { NavItem } from "./nav-items.ts";
import { NavLink, NavList } from "./nav-rail.tsx";

const TABS = 4;

/** The first four places within thumb reach, the others under "More". */
export function PhoneBar({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations("shell.nav");
  const path = usePathname();
  const current = currentItem(items, path);
  const more = useRef<HTMLDetailsElement>(null);
  useEffect(() => more.current?.removeAttribute("open"), [path]);
  const tabs = items.length > TABS + 1 ? items.slice(0, TABS) : items;
  const rest = items.slice(tabs.length);
  return (
    <nav className={`${styles.phone} not-on-paper`} aria-label={t("label")}>
      {tabs.map((item) => (
        <NavLink key={item.key} item={item} current={item === current} />
      ))}
      {rest.length > 0 && (
        <details
          ref={more}
          className={styles.more}
          onKeyDown={(e) => e.key === "Escape" && more.current?.removeAttribute("open")}
        >
          <summary className={styles.item} data-current={(current && rest.includes(current)) || undefined}>
            <Icon name="more" />
            <span className={styles.word}>{t("more")}</span>
          </summary>
          <div className={styles.sheet}>
            <NavList items={rest} />
          </div>
        </details>
      )}
    </nav>
  );
}
