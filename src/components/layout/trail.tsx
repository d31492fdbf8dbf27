"use client";

import type { ReactNode } from "react";
import { useFormatter } from "#i18n/use-formatter.ts";
import { Known } from "../form/known.tsx";
import styles from "./blocks.module.css";
import { Card } from "./card.tsx";
import { SkeletonLines } from "./skeleton.tsx";

type Event = { key: string; what: ReactNode; at: Date; mine: boolean };
type Props = {
  title: ReactNode;
  query: { data: readonly Event[] | undefined; error: unknown };
  /** Said when nothing was written down yet. */
  empty: ReactNode;
  /** Said of what the reader did; nobody else is named. */
  mine: string;
  /** Whose clock the moments are told by; the reader's otherwise. */
  timeZone?: string;
};

/** What happened to one thing and when, in a card of its page. */
export function Trail({ title, query, empty, mine, timeZone }: Props) {
  const format = useFormatter();
  const moment = (at: Date) => format.dateTime(at, "momentZone", timeZone ? { timeZone } : {});
  return (
    <Card title={title}>
      <Known query={query} waiting={<SkeletonLines lines={2} />}>
        {(events) =>
          events.length === 0 ? (
            <p>{empty}</p>
          ) : (
            <ul className={`${styles.list} ${styles.ruled}`}>
              {events.map((event) => (
                <li key={event.key}>
                  {event.what}
                  <span className={styles.quiet}>
                    {[moment(event.at), event.mine && mine].filter(Boolean).join(" · ")}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Known>
    </Card>
  );
}
