"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "../layout/notice.tsx";
import { ActionButton } from "./action-button.tsx";
import styles from "./known.module.css";
import { readError } from "./read-error.ts";
import { Refusal } from "./refusal.tsx";

type Read = { error: unknown; refetch?: () => unknown; isFetching?: boolean };
type Props<Data> = {
  /** As useQuery gives it. What the reader lost the right to is gone from it: the query client sees to that. */
  query: Read & { data: Data | undefined };
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
export function Known<Data>({ query, title, waiting, children }: Props<Data>) {
  const t = useTranslations("errors");
  const { data, error } = query;
  const failed = Boolean(error);
  if (data === undefined) return failed ? <Unread {...query} title={title ?? t("notShown")} /> : waiting;
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

const PASSING = ["offline", "timeout", "server"] as const;

/** Why nothing is known; of what may pass, that nothing was lost, and a way to ask again. */
function Unread({ error, refetch, isFetching = false, title }: Read & { title: ReactNode }) {
  const t = useTranslations();
  const passing = PASSING.find((one) => one === readError(error).fallback);
  if (!passing) return <Refusal error={error} title={title} />;
  const again = refetch && (
    <span className="not-on-paper">
      <ActionButton pending={isFetching} onClick={() => void refetch()}>
        {t("shell.tryAgain")}
      </ActionButton>
    </span>
  );
  return (
    <Notice tone="late" title={title} action={again}>
      <p>{t(`errors.unread.${passing}`)}</p>
    </Notice>
  );
}
