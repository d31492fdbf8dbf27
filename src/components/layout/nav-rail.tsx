"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import styles from "./app-shell.module.css";
import { Icon } from "./icons.tsx";
import { currentItem } from "./nav-items.ts";
import type { NavItem } from "./nav-items.ts";
import { WorldLink } from "./world-link.tsx";

const KEPT = "muster-rail";
const TURNED = "muster:rail-turned";

function subscribe(tell: () => void): () => void {
  window.addEventListener(TURNED, tell);
  return () => window.removeEventListener(TURNED, tell);
}

function useNarrow(): [boolean, (narrow: boolean) => void] {
  const narrow = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(KEPT) === "narrow",
    () => false,
  );
  const keep = (next: boolean) => {
    localStorage.setItem(KEPT, next ? "narrow" : "wide");
    window.dispatchEvent(new Event(TURNED));
  };
  return [narrow, keep];
}

export function NavRail({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations("shell");
  const [narrow, keepNarrow] = useNarrow();
  return (
    <nav
      className={`${styles.rail} not-on-paper`}
      data-narrow={narrow || undefined}
      aria-label={t("nav.label")}
    >
      <WorldLink href="/" className={styles.brand} aria-label={t("product")}>
        <span aria-hidden="true">M</span>
        <span aria-hidden="true" className={styles.word}>
          uster
        </span>
        <i aria-hidden="true">.</i>
      </WorldLink>
      <NavList items={items} />
      <button
        type="button"
        className={styles.turn}
        onClick={() => keepNarrow(!narrow)}
        aria-expanded={!narrow}
      >
        <Icon name="rail" />
        <span className={styles.word}>{narrow ? t("nav.expand") : t("nav.collapse")}</span>
      </button>
    </nav>
  );
}

export function NavList({ items }: { items: readonly NavItem[] }) {
  const current = currentItem(items, usePathname());
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.key}>
          <NavLink item={item} current={item === current} />
        </li>
      ))}
    </ul>
  );
}

export function NavLink({ item, current }: { item: NavItem; current: boolean }) {
  const t = useTranslations("shell.nav");
  return (
    <WorldLink
      href={item.href}
      className={styles.item}
      aria-current={current ? "page" : undefined}
      title={t(item.key)}
    >
      <Icon name={item.icon} />
      <span className={styles.word}>{t(item.key)}</span>
      {Boolean(item.waiting) && (
        <b className={styles.waiting}>
          <span aria-hidden="true">{item.waiting}</span>
          <span className="only-spoken">{t("waiting", { count: item.waiting ?? 0 })}</span>
        </b>
      )}
    </WorldLink>
  );
}
