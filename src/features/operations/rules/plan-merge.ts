import { canonical } from "#lib/canonical.ts";
import type { Plan } from "../schema/plan.ts";

export type Side = "mine" | "theirs";
/** One field or one row of a plan that two people left in different ways. */
export type Difference = {
  key: string;
  part: keyof Plan;
  /** Undefined where the row is not in that version. */
  mine: unknown;
  theirs: unknown;
  /** Who changed it since both began: where only one did, theirs or mine stands unless the reader says otherwise. */
  changedBy: Side | "both";
};

const LISTS = ["programmes", "phases", "participations", "deployments", "organisations"] as const;
type List = (typeof LISTS)[number];
type Row = Plan[List][number];

function keyOf(row: Row): string {
  if ("programmeId" in row) return row.programmeId;
  if ("organisationId" in row) return `${row.organisationId}|${row.role}`;
  return "id" in row ? row.id : row.countryCode;
}

const isList = (part: keyof Plan): part is List => (LISTS as readonly string[]).includes(part);
const same = (one: unknown, other: unknown) => canonical(one) === canonical(other);

/** Fields under their name, rows under their part and what they are about. */
function unitsOf(plan: Plan): Map<string, { part: keyof Plan; value: unknown }> {
  return new Map(
    (Object.keys(plan) as (keyof Plan)[]).flatMap((part) =>
      isList(part)
        ? plan[part].map((row): [string, { part: keyof Plan; value: unknown }] => [
            `${part}:${keyOf(row)}`,
            { part, value: row },
          ])
        : [[part, { part, value: plan[part] }]],
    ),
  );
}

type Versions = { base: Plan; mine: Plan; theirs: Plan };

/** What two versions of a plan say differently, in the order of the form. */
export function differencesOf({ base, mine, theirs }: Versions): Difference[] {
  const [before, ours, others] = [unitsOf(base), unitsOf(mine), unitsOf(theirs)];
  return [...new Set([...ours.keys(), ...others.keys()])].flatMap((key): Difference[] => {
    const [was, here, there] = [before.get(key)?.value, ours.get(key)?.value, others.get(key)?.value];
    const part = (ours.get(key) ?? others.get(key))?.part;
    if (part === undefined || same(here, there)) return [];
    const changedBy = same(was, here) ? "theirs" : same(was, there) ? "mine" : "both";
    return [{ key, part, mine: here, theirs: there, changedBy }];
  });
}

/** The side that stands until the reader chooses: whoever changed it; where both did, the reader's own words. */
export const sideOf = ({ changedBy }: Difference): Side => (changedBy === "theirs" ? "theirs" : "mine");

/** One plan out of two: for each difference the side chosen, everything else as both have it. */
export function mergePlans(versions: Versions, chosen: Readonly<Record<string, Side | undefined>>): Plan {
  const { base, mine, theirs } = versions;
  const sides = new Map(
    differencesOf(versions).map((difference) => [
      difference.key,
      chosen[difference.key] ?? sideOf(difference),
    ]),
  );
  const merged = Object.fromEntries(
    (Object.keys(mine) as (keyof Plan)[]).map((part) => {
      if (!isList(part)) return [part, sides.get(part) === "theirs" ? theirs[part] : mine[part]];
      return [
        part,
        mergeRows({ base: base[part], mine: mine[part], theirs: theirs[part] }, (key) =>
          sides.get(`${part}:${key}`),
        ),
      ];
    }),
  );
  return merged as Plan;
}

type Rows = Record<"base" | "mine" | "theirs", readonly Row[]>;

function mergeRows({ base, mine, theirs }: Rows, sideOfKey: (key: string) => Side | undefined): Row[] {
  const [ours, others] = [byKey(mine), byKey(theirs)];
  const known = base.map(keyOf);
  // The order is whoever's moved the rows that both know; mine, when both did.
  const moved = !same(orderOf(mine, known), orderOf(base, orderOf(mine, known)));
  const [first, second] = moved ? [mine, theirs] : [theirs, mine];
  const keys = [...new Set([...first, ...second].map(keyOf))];
  return keys.flatMap((key) => {
    const row = sideOfKey(key) === "theirs" ? others.get(key) : ours.get(key);
    return row === undefined ? [] : [row];
  });
}

const byKey = (rows: readonly Row[]) => new Map(rows.map((row) => [keyOf(row), row]));
const orderOf = (rows: readonly Row[], among: readonly string[]) =>
  rows.map(keyOf).filter((key) => among.includes(key));
