import type { ReactNode } from "react";
import { WorldLink } from "#components/layout/world-link.tsx";
import styles from "./today.module.css";

export type Task = {
  key: string;
  href: string;
  title: ReactNode;
  /** One grey line: where, when, with the zone named. */
  line: ReactNode;
  /** At the end: a chip that says how long it waits. */
  end?: ReactNode;
};

/** A day does not break within a line. */
export function inOnePiece(day: string): string {
  return day.replaceAll(" ", "\u00a0");
}

/** Things to do, each one a link to where it is done; the oldest stands first. */
export function TaskList({ label, tasks }: { label: string; tasks: readonly Task[] }) {
  return (
    <ul className={styles.tasks} aria-label={label}>
      {tasks.map(({ key, href, title, line, end }) => (
        <li key={key}>
          <WorldLink href={href}>
            <span className={styles.words}>
              <b>{title}</b>
              <span>{line}</span>
            </span>
            {end}
          </WorldLink>
        </li>
      ))}
    </ul>
  );
}
