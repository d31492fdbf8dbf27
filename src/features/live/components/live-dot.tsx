"use client";

import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useOnline } from "#components/layout/connection-state.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import { askedAgain, TOPICS, type Topic } from "../rules.ts";
import styles from "./live-dot.module.css";

/**
 * The one subscription of this tab: what changed is asked again under the reader's rights, and the dot says when. A line that
 * takes the place of an earlier one (`anew`) begins by asking for everything.
 */
export function LiveDot({ anew }: { anew: boolean }) {
  const t = useTranslations("live");
  const format = useFormatter();
  const trpc = useTRPC();
  const client = useQueryClient();
  const [heard, setHeard] = useState<{ opened: number; times: number; at: Date | null }>({
    opened: anew ? 1 : 0,
    times: 0,
    at: null,
  });
  // A page nobody looks at holds no line open; when it is looked at again it asks for everything.
  const visible = useVisible();
  const { status, error, reset } = useSubscription(
    trpc.live.changes.subscriptionOptions(undefined, {
      enabled: visible,
      onData({ topics, at }) {
        if (topics.length === 0) return setHeard(({ opened, ...rest }) => ({ ...rest, opened: opened + 1 }));
        askAgain(client, topics);
        setHeard(({ times, ...rest }) => ({ ...rest, times: times + 1, at }));
      },
      // Asked again without a session, the page says that the reader is signed out.
      onError: () => askAgain(client, TOPICS),
    }),
  );
  // Something on the way answered for the server, such as a proxy while it restarts: the browser gives such a line up.
  useAgain(status === "error" && !error?.data, reset);
  // A device without a connection hears nothing, whatever the line still believes.
  const online = useOnline();
  const open = online && status === "pending";
  const cut = !online || Boolean(error);
  const words = () =>
    heard.at ? t("updated", { time: format.dateTime(heard.at, { timeStyle: "medium" }) }) : t("live");
  // Opened anew: what happened in between is unknown.
  useEffect(() => {
    if (heard.opened > 1) askAgain(client, TOPICS);
  }, [client, heard.opened]);
  return (
    <span
      className={styles.live}
      data-live={open ? "open" : "waiting"}
      data-heard={heard.times}
      title={open ? t("openMeaning") : t("waitingMeaning")}
    >
      <i key={heard.times} aria-hidden="true" />
      <span className={styles.words}>{cut ? t("notLive") : words()}</span>
    </span>
  );
}

function askAgain(client: QueryClient, topics: readonly Topic[]): void {
  const routers = askedAgain(topics);
  void client.invalidateQueries({
    predicate: ({ queryKey: [path] }) => Array.isArray(path) && routers.has(String(path[0])),
  });
}

const AGAIN_MS = 15_000;

/** Opens the line again after a while, for as long as it is lost; one that was refused stays closed. */
function useAgain(lost: boolean, reset: () => void): void {
  useEffect(() => {
    if (!lost) return;
    const timer = setTimeout(reset, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [lost, reset]);
}

function useVisible(): boolean {
  return useSyncExternalStore(
    (tell) => {
      document.addEventListener("visibilitychange", tell);
      return () => document.removeEventListener("visibilitychange", tell);
    },
    () => document.visibilityState === "visible",
    () => false,
  );
}
