"use client";

import { useDraftOwner } from "#components/form/drafts.tsx";
import type { OutboxEntry } from "#offline/outbox.ts";
import { useOutbox } from "#offline/use-outbox.ts";

type Asked = {
  deploymentId: string;
  localDate: string;
  /** The return that stands for the day. */ returnId: string | null;
};
type Input = { deploymentId?: string; localDate?: string; supersedesId?: string } | null;

/** A return of this day, or a correction of the one that stands, waiting on this device: another would only be refused later. */
export function useWaitingReturn({ deploymentId, localDate, returnId }: Asked): OutboxEntry | undefined {
  const { entries } = useOutbox(useDraftOwner());
  return entries.find(({ state, tries, kind, input }) => {
    if (state !== "waiting" || tries === 0) return false;
    const filed = input as Input;
    // A correction names the return it replaces, and neither point nor day.
    if (kind === "return.supersede") return returnId !== null && filed?.supersedesId === returnId;
    return filed?.deploymentId === deploymentId && filed.localDate === localDate;
  });
}
