"use client";

import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import styles from "./tab-links.module.css";
import { WorldLink } from "./world-link.tsx";

export type TabLink = { key: string; label: ReactNode; href: string };

/** Tabs that are addresses: each view can be linked, opened in another window and printed. */
export function TabLinks({
  tabs,
  active,
  label,
}: {
  tabs: readonly TabLink[];
  active: string;
  label: string;
}) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => showActive(row.current), [active]);
  return (
    <nav ref={row} className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <WorldLink
          key={tab.key}
          href={tab.href}
          aria-current={tab.key === active ? "page" : undefined}
          scroll={false}
        >
          {tab.label}
        </WorldLink>
      ))}
    </nav>
  );
}

/** On a phone the row is wider than the page: the tab that is open is brought into it, and nothing else moves. */
function showActive(row: HTMLElement | null): void {
  const open = row?.querySelector("[aria-current]")?.getBoundingClientRect();
  if (!row || !open) return;
  const seen = row.getBoundingClientRect();
  row.scrollBy({ left: Math.max(0, open.right - seen.right) + Math.min(0, open.left - seen.left) });
}
