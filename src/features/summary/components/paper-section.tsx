import type { ReactNode } from "react";
import styles from "./paper.module.css";

type Props = { title: string; note?: string | undefined; keep?: boolean; children: ReactNode };

/** A part of the printed page: its heading never stands alone at the foot; `keep` holds the whole together. */
export function PaperSection({ title, note, keep, children }: Props) {
  return (
    <section className={styles.section} data-keep={keep || undefined} aria-label={title}>
      <h2>
        {title}
        {note && <small>{note}</small>}
      </h2>
      {children}
    </section>
  );
}
