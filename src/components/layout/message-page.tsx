import type { ReactNode } from "react";
import styles from "./message-page.module.css";

type Props = {
  title: ReactNode;
  children: ReactNode;
  action?: ReactNode;
  /** Inside the frame, which has the landmark and the name already. */ framed?: boolean;
};

/** A page that only says something: not found, failed, signed out. */
export function MessagePage({ title, children, action, framed }: Props) {
  const words = (
    <>
      <h1>{title}</h1>
      <p className={styles.text}>{children}</p>
      {action && <div className={styles.action}>{action}</div>}
    </>
  );
  if (framed) return <div className={styles.place}>{words}</div>;
  return (
    <main id="main" className={styles.place}>
      <p className={styles.brand} dir="ltr">
        Muster<i>.</i>
      </p>
      {words}
    </main>
  );
}
