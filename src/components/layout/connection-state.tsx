"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Chip } from "./chip.tsx";
import styles from "./top-bar.module.css";

function subscribe(tell: () => void) {
  window.addEventListener("online", tell);
  window.addEventListener("offline", tell);
  return () => {
    window.removeEventListener("online", tell);
    window.removeEventListener("offline", tell);
  };
}

/** Whether the device is connected; the server renders "connected". */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}

export function ConnectionState({ queued }: { queued: number }) {
  const t = useTranslations("shell.connection");
  const online = useOnline();
  const waiting = queued > 0 ? t("queued", { count: queued }) : null;
  return (
    <div role="status" className={styles.connection}>
      {!online && (
        <Chip tone="wait" title={t("offlineMeaning")}>
          {[t("offline"), waiting].filter(Boolean).join(" · ")}
        </Chip>
      )}
      {online && waiting && <Chip tone="wait">{waiting}</Chip>}
      {online && !waiting && (
        <span className={styles.online}>
          <i aria-hidden="true" />
          <span className={styles.wide}>{t("online")}</span>
        </span>
      )}
    </div>
  );
}
