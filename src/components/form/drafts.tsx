"use client";

import { createContext, useCallback, useContext, useMemo } from "react";
import type { ReactNode } from "react";

const PREFIX = "muster-draft:";
const Owner = createContext<string | null>(null);

/** Says whose drafts are read below: another person at the same device never sees them. */
export function DraftOwner({ personId, children }: { personId: string; children: ReactNode }) {
  return <Owner value={personId}>{children}</Owner>;
}

/** The person whose drafts and outbox are read at this device; null outside the desk. */
export function useDraftOwner(): string | null {
  return useContext(Owner);
}

/** What a form keeps in this browser until it is sent. `read` gives what was kept as it was kept: check it with the form's schema. */
export function useDraft(name: string) {
  const owner = useContext(Owner);
  const key = owner ? `${PREFIX}${owner}:${name}` : null;
  const read = useCallback((): unknown => {
    const kept = key === null ? null : storage()?.getItem(key);
    if (!kept) return null;
    try {
      return JSON.parse(kept) as unknown;
    } catch {
      return null;
    }
  }, [key]);
  const keep = useCallback(
    (value: unknown) => {
      try {
        if (key) storage()?.setItem(key, JSON.stringify(value));
      } catch {
        // A full or forbidden storage must not keep anyone from filing; the form itself still holds everything.
      }
    },
    [key],
  );
  const drop = useCallback(() => {
    if (key) storage()?.removeItem(key);
  }, [key]);
  return useMemo(() => ({ read, keep, drop }), [read, keep, drop]);
}

/** Takes every draft off this device: at sign-out. */
export function wipeDrafts(): void {
  const kept = storage();
  if (!kept) return;
  for (const key of Object.keys(kept)) if (key.startsWith(PREFIX)) kept.removeItem(key);
}

function storage(): Storage | null {
  try {
    return typeof window === "undefined" ? null : window.localStorage;
  } catch {
    return null;
  }
}
