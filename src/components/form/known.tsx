"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "../layout/notice.tsx";
import { ActionButton } from "./action-button.tsx";
import styles from "./known.module.css";
import { readError } from "./read-error.ts";
import { Refusal } from "./refusal.tsx";

type Props<Data> = {
  /** As useQuery gives it. What the reader lost the right to is gone from it: the query client sees to that. */
  query: { data: Data | undefined; error: unknown; refetch?: () => unknown };
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
  if (data === undefined) return failed ? <Unread query={query} title={title ?? t("notShown")} /> : waiting;
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

const PASSING = ["offline", "server", "timeout"] as const;

/** Why something could not be read. What may pass can be asked again; what is refused stays refused. */
function Unread({ query: { error, refetch }, title }: Pick<Props<unknown>, "query" | "title">) {
  const t = useTranslations("errors");
  const shell = useTranslations("shell");
  const { fallback } = readError(error);
  const passing = PASSING.find((kind) => kind === fallback);
  if (!passing) return <Refusal error={error} title={title} />;
  return (
    <Notice
      tone="late"
      title={title}
      action={
        refetch && (
          <ActionButton compact onClick={() => void refetch()}>
            {shell("tryAgain")}
          </ActionButton>
        )
      }
    >
      <p>{t(`unread.${passing}`)}</p>
    </Notice>
  );
}
