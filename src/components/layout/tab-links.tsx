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
  return (
    <nav className={styles.tabs} aria-label={label}>
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
