import type { ReactNode } from "react";
import styles from "./message-page.module.css";

/** A page that only says something: not found, failed, signed out. */
export function MessagePage({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <main id="main" className={styles.place}>
      <p className={styles.brand} dir="ltr">
        Muster<i>.</i>
      </p>
      <h1>{title}</h1>
      <p className={styles.text}>{children}</p>
      {action && <div className={styles.action}>{action}</div>}
    </main>
  );
}
