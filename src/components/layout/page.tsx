import type { ReactNode } from "react";
import styles from "./page.module.css";

/** The room of a page inside the desk. `wide` uses the whole width (map, timeline); `narrow` is for forms. */
export function Page({
  width = "normal",
  children,
}: {
  width?: "normal" | "wide" | "narrow";
  children: ReactNode;
}) {
  return (
    <div className={styles.page} data-width={width}>
      {children}
    </div>
  );
}

/** Blocks under each other with the usual gap. */
export function Stack({ children, gap = "normal" }: { children: ReactNode; gap?: "tight" | "normal" }) {
  return (
    <div className={styles.stack} data-gap={gap}>
      {children}
    </div>
  );
}

/** Cards beside each other from 900 pixels on: `7-5` as on an operation's overview, or equal halves or thirds. */
export function Columns({
  split = "7-5",
  children,
}: {
  split?: "7-5" | "halves" | "thirds";
  children: ReactNode;
}) {
  return (
    <div className={styles.columns} data-split={split}>
      {children}
    </div>
  );
}
