"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import type { Role } from "#generated/prisma/enums.ts";
import { ActionButton, ActionLink } from "#components/form/action-button.tsx";
import { Card } from "#components/layout/card.tsx";
import styles from "./today.module.css";

const KEY = "muster:hint-seen";
const CHANGED = "muster:hint-changed";

const FIRST = {
  liaison: { href: "/log/return" },
  reviewer: { href: "/returns" },
  programme_manager: { href: "/operations" },
  leadership: { href: "/summary" },
  observer: { href: "/operations" },
  administrator: { href: "/settings" },
} as const satisfies Record<Role, { href: string }>;
const ORDER: readonly Role[] = [
  "liaison",
  "reviewer",
  "programme_manager",
  "leadership",
  "observer",
  "administrator",
];

function subscribe(changed: () => void) {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
}

function wasSeen(): boolean {
  try {
    return window.localStorage.getItem(KEY) === "1";
  } catch {
    return false;
  }
}

function rememberSeen(): void {
  try {
    window.localStorage.setItem(KEY, "1");
  } catch {
    // A browser that keeps nothing shows the hint again.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** What to do here first, until it is put away; remembered by this browser. */
export function FirstHint({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations("today.hint");
  // On the server the hint counts as seen, so that it never flashes up for those who put it away.
  const seen = useSyncExternalStore(subscribe, wasSeen, () => true);
  const role = ORDER.find((one) => roles.includes(one));
  if (seen || !role) return null;
  return (
    <Card title={t("title")}>
      <p className={styles.hint}>{t(`role.${role}`)}</p>
      <div className={styles.hintActions}>
        <ActionLink href={FIRST[role].href}>{t(`go.${role}`)}</ActionLink>
        <ActionButton look="plain" onClick={rememberSeen}>
          {t("putAway")}
        </ActionButton>
      </div>
    </Card>
  );
}
