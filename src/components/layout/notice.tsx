import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";
import styles from "./notice.module.css";

type Props = {
  tone: "wait" | "valid" | "late" | "plain";
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
};

const SHAPES = { wait: "clock", valid: "check", late: "alert", plain: "about" } as const;

/** A sentence in the page about what happened or what to mind; a refusal speaks at once, the others politely. */
export function Notice({ tone, title, children, action }: Props) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === "late" ? "alert" : "status"}>
      <Icon name={SHAPES[tone]} />
      <div className={styles.text}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
