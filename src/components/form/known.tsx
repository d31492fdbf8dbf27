"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "../layout/notice.tsx";
import styles from "./known.module.css";
import { Refusal } from "./refusal.tsx";

type Props<Data> = {
  /** As useQuery gives it. What the reader lost the right to is gone from it: the query client sees to that. */
  query: { data: Data | undefined; error: unknown };
  /** The heading of a refusal while nothing is known. */
  title?: ReactNode;
  /** Stands in the place of what is coming. */
  waiting: ReactNode;
  children: (data: Data) => ReactNode;
};

/**
 * What is known of a query. Where reading it again fails, what was read stays below the word of it: a page does not go
 * away on a bad connection, nor a form in which somebody types.
 */
export function Known<Data>({ query: { data, error }, title, waiting, children }: Props<Data>) {
  const t = useTranslations("errors");
  const failed = Boolean(error);
  if (data === undefined) return failed ? <Refusal error={error} title={title ?? t("notShown")} /> : waiting;
  return (
    <>
      {failed && (
        <div className={styles.older}>
          <Notice tone="wait" title={t("older")}>
            <p>{t("olderText")}</p>
          </Notice>
        </div>
      )}
      {children(data)}
    </>
  );
}
