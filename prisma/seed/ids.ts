import { DEMO_ACCOUNTS } from "#lib/demo-accounts.ts";

/** Who imports act as; made by the migration on every installation. */
export const IMPORT_PERSON_ID = "00000000-0000-7000-8000-000000000001";

/** Exercise Meridian and the pilot it was cloned from. */
export const MERIDIAN_ID = "00000000-0000-7000-8000-0000000e0001";
export const MERIDIAN_PILOT_ID = "00000000-0000-7000-8000-0000000e0000";

const demoId = (place: number, kind: "a" | "b"): string =>
  `00000000-0000-7000-8000-${`${kind}${place.toString(16).padStart(4, "0")}`.padStart(12, "0")}`;

/** Person ids of the demonstration by what stands before @muster.example. */
export const PERSON_IDS: Readonly<Record<string, string>> = Object.fromEntries(
  DEMO_ACCOUNTS.map(({ account }, place) => [account, demoId(place + 1, "a")]),
);

export const ASSIGNMENT_IDS: Readonly<Record<string, string>> = Object.fromEntries(
  DEMO_ACCOUNTS.map(({ account }, place) => [account, demoId(place + 1, "b")]),
);

/** The person id behind a demo account; throws when there is no such account. */
export function personId(account: string): string {
  const id = PERSON_IDS[account];
  if (id === undefined) throw new Error(`no demo account "${account}"`);
  return id;
}
