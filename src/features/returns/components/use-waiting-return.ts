"use client";

import { useDraftOwner } from "#components/form/drafts.tsx";
import { findUnderWay } from "#offline/under-way.ts";
import { useOutbox } from "#offline/use-outbox.ts";

type Day = { deploymentId: string; localDate: string };
const whichever = () => true;

const queryOf = ({ deploymentId, localDate }: Day) => `?deployment=${deploymentId}&day=${localDate}`;

/** Where a return of this day is opened again. */
export const returnHref = (day: Day) => `/log/return${queryOf(day)}&correct=1`;

/** A return of this day or its correction on this device: it waits, and another would only be refused later, or it came back. */
export function useReturnUnderWay(day: Day) {
  const { entries } = useOutbox(useDraftOwner());
  const ofDay = entries.filter(({ about }) => about.href?.includes(queryOf(day)));
  return {
    ...findUnderWay(ofDay, { kind: "return.file", is: whichever }),
    ...findUnderWay(ofDay, { kind: "return.supersede", is: whichever }),
  };
}
