import { useId } from "react";
import type { ReactNode } from "react";
import styles from "./card.module.css";

type Props = {
  title?: ReactNode;
  /** Small grey words at the end of the title line: period, unit, zone. */
  note?: ReactNode;
  /** A link or button at the end of the title line. */
  action?: ReactNode;
  /** `flush` lets a table or a row of figures touch the hairline. */
  flush?: boolean;
  children: ReactNode;
};

/** A surface with a hairline; with a title it is a labelled section. */
export function Card({ title, note, action, flush, children }: Props) {
  const id = useId();
  return (
    <section className={styles.card} data-flush={flush || undefined} aria-labelledby={title ? id : undefined}>
      {(title || note || action) && (
        <div className={styles.head}>
          {title && <h2 id={id}>{title}</h2>}
          {(note || action) && (
            <div className={styles.end}>
              {note && <span className={styles.note}>{note}</span>}
              {action && <span className={styles.action}>{action}</span>}
            </div>
          )}
        </div>
      )}
      {children}
    </section>
  );
}

/** Figures side by side in one card, a hairline between them; they wrap on a narrow screen. */
export function FigureRow({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <section className={styles.row} aria-label={label}>
      {children}
    </section>
  );
}
