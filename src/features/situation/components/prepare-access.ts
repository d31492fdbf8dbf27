import type { LocalDate } from "#lib/period.ts";
import type { RouterOutputs } from "#trpc/client.tsx";

export type Access = RouterOutputs["situation"]["access"];
export type AccessNow = {
  system: Access[number]["system"];
  state: Access[number]["history"][number]["state"];
  on: LocalDate;
};

/** State of each access at the end of a day, or the latest; by border point. */
export function accessOn(access: Access, day: LocalDate | null): Map<string, AccessNow[]> {
  const found = new Map<string, AccessNow[]>();
  for (const { point, system, history } of access) {
    const last = history.findLast(({ on }) => day === null || on <= day);
    if (last) found.set(point, [...(found.get(point) ?? []), { system, ...last }]);
  }
  return found;
}

/** The access of these border points alone. */
export const accessOf = (held: Map<string, AccessNow[]>, { points }: { points: readonly { id: string }[] }) =>
  new Map([...held].filter(([id]) => points.some((point) => point.id === id)));

export const isLive = (held: readonly AccessNow[]) => held.some(({ state }) => state === "live");
