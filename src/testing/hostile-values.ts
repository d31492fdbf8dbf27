import type { z } from "zod";
import type { Chance } from "./world-shape.ts";

/** What comes from outside when someone means harm, or a device is broken. */
export const HOSTILE: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => "",
  () => " ",
  () => "\u0000",
  () => "a\u0000b",
  () => "\ud800",
  () => "‮evil",
  () => "x".repeat(1_000_000),
  () => "'; DROP TABLE match; --",
  () => "%' OR '1'='1",
  () => "../../../../etc/passwd",
  () => "{{constructor.constructor('return process')()}}",
  () => "<script>alert(1)</script>",
  () => "2026-02-31",
  () => "0000-00-00",
  () => "9999-99-99",
  () => "+275760-09-13",
  () => new Date(Number.NaN),
  () => new Date(8.64e15),
  () => new Date(-8.64e15),
  () => -1,
  () => -0.5,
  () => 1e9 + 1,
  () => 1e308,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => 10n ** 30n,
  () => true,
  () => [],
  () => [[[[[]]]]],
  () => Array.from({ length: 5_000 }, (_, index) => index),
  () => ({}),
  () => ({ not: "" }),
  () => ({ startsWith: "a" }),
  () => ({ in: ["KE", "PE"] }),
  () => ({ OR: [{}, {}] }),
  () => ({ increment: 1 }),
  () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
  () => ({ constructor: { prototype: { polluted: true } } }),
  () => ({ toString: "no" }),
  () => deep(2_000),
  () => "00000000-0000-0000-0000-000000000000",
  () => "not-a-uuid",
  () => "ZZ",
  () => "ke",
];

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
}

type Spot = { holder: Record<string, unknown>; key: string };

function spotsOf(value: unknown, found: Spot[] = []): Spot[] {
  if (value === null || typeof value !== "object" || value instanceof Date) return found;
  for (const key of Object.keys(value)) {
    const holder = value as Record<string, unknown>;
    found.push({ holder, key });
    spotsOf(holder[key], found);
  }
  return found;
}

/** A valid input with one thing wrong: a value replaced, a key added or removed, or the whole of it something else. */
export function spoil(valid: unknown, of: Chance): unknown {
  const copy = structuredClone(valid);
  const spots = spotsOf(copy);
  const hostile = of.pick(HOSTILE)();
  if (spots.length === 0 || of.maybe(0.08)) return hostile;
  const { holder, key } = of.pick(spots);
  const way = of.next();
  if (way < 0.1) delete holder[key];
  else if (way < 0.25 && !Array.isArray(holder))
    holder[of.pick(["where", "select", "unknown", "countryCode", "review", "$raw"])] = hostile;
  else holder[key] = hostile;
  return copy;
}

/** Where the columns and the numbers of JavaScript end: what the database cannot hold must be refused before it is asked. */
const FAR = [-1, 2 ** 31 - 1, 2 ** 31, Number.MAX_SAFE_INTEGER];

/** A valid input once for every number in it and every far one in its place. */
export function stretched(valid: unknown): unknown[] {
  const places = spotsOf(valid).filter(({ holder, key }) => typeof holder[key] === "number").length;
  return Array.from({ length: places }, (_, place) =>
    FAR.map((far) => {
      const copy = structuredClone(valid);
      const spot = spotsOf(copy).filter(({ holder, key }) => typeof holder[key] === "number")[place];
      if (spot) spot.holder[spot.key] = far;
      return copy;
    }),
  ).flat();
}

/** Days written like any other, which no column or clock of ours takes. */
const FAR_DAYS = ["0000-01-01", "0001-01-01", "9999-12-31"];
const takes = (schema: z.ZodType, written: string) => schema.safeParse(written).success;

/** A valid input once for every day that its schema asks for or allows, and every far one in its place. */
export function strayed(valid: unknown, schemas: readonly unknown[] = []): unknown[] {
  const shape = (schemas[0] as { shape?: Record<string, z.ZodType> } | undefined)?.shape ?? {};
  const days = Object.keys(shape).filter(
    (name) => takes(shape[name]!, "2026-02-28") && !takes(shape[name]!, "2026-02-30"),
  );
  return days.flatMap((name) => FAR_DAYS.map((far) => ({ ...(valid as object), [name]: far })));
}
