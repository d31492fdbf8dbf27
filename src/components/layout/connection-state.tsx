"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Chip } from "./chip.tsx";
import styles from "./top-bar.module.css";
import { WorldLink } from "./world-link.tsx";

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

/** Connected or not, what waits to be sent, and what came back and waits for its sender. */
export function ConnectionState({ queued, refused }: { queued: number; refused: number }) {
  const t = useTranslations("shell.connection");
  const online = useOnline();
  const said = [!online && t("offline"), queued > 0 && t("queued", { count: queued })].filter(Boolean);
  return (
    <div role="status" className={styles.connection}>
      {said.length > 0 && (
        <Chip tone="wait" title={online ? undefined : t("offlineMeaning")}>
          {said.join(" · ")}
        </Chip>
      )}
      {refused > 0 && (
        <WorldLink href="/log">
          <Chip tone="late">{t("refused", { count: refused })}</Chip>
        </WorldLink>
      )}
      {said.length + refused === 0 && (
        <span className={styles.online}>
          <i aria-hidden="true" />
          <span className={styles.wide}>{t("online")}</span>
        </span>
      )}
    </div>
  );
}
