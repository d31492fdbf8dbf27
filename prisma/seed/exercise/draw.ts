import type { Database } from "#generated/prisma/enums.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { details } from "./draw-details.ts";
import {
  readParameters,
  spread,
  type Draw,
  type Fate,
  type Fated,
  type Issued,
  type P,
  type Placed,
  type Slot,
} from "./draw-parameters.ts";
import type { Meridian, PointInput } from "./input.ts";
import { tacticalDays } from "./tactical.ts";
import { noChecksOn } from "./volumes.ts";

/**
 * Draws the exercise's matches from its parameters: as many at each point, of each database and in each state as stated; the
 * issuer is drawn independently of route, finding and outcome. `meridian` gives the points; deterministic.
 */
export function drawMatches(meridian: Meridian): Draw[] {
  const p = readParameters();
  const perDay = (meridian.matches["per_day_from_day_-19"] as number[]).slice();
  const chance = chanceOf("matches");
  const slots = fates(p, databases(p, meridian.points, chance), chance);
  const issued = issuers(p, slots, chance);
  const placed = days(meridian, { perDay, slots: issued }, chance);
  return details(p, placed, chance);
}

function databases(p: P, points: PointInput[], chance: Chance): Slot[] {
  const free: PointInput[] = [];
  const slots: Slot[] = [];
  for (const point of points) {
    const fixed = [
      ...Array.from({ length: p.smv_points[point.id] ?? 0 }, () => "smv" as const),
      ...Array.from({ length: p.fingerprint_points[point.id] ?? 0 }, () => "fingerprints" as const),
      ...Array.from({ length: p.facial_points[point.id] ?? 0 }, () => "facial_recognition" as const),
    ];
    slots.push(...fixed.map((database) => ({ point, database })));
    free.push(...Array.from({ length: point.matches - fixed.length }, () => point));
  }
  const rest = chance.shuffled(
    ["sltd", "tdawn", "nominals_notices", "national"].flatMap((name) =>
      Array.from(
        { length: sum(p.database_x_state[name]!) },
        () => (name === "nominals_notices" ? "nominals" : name) as Database,
      ),
    ),
  );
  // The Danish match at Kigali needs an SLTD slot there.
  const kigali = free.findIndex((point) => point.id === "RW-KGL");
  const sltd = rest.indexOf("sltd");
  [rest[kigali], rest[sltd]] = [rest[sltd]!, rest[kigali]!];
  return [...slots, ...free.map((point, index) => ({ point, database: rest[index]! }))];
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

function fates(p: P, slots: Slot[], chance: Chance): Fated[] {
  const open = new Map<Database, Fate[]>();
  for (const [name, row] of Object.entries(p.database_x_state)) {
    const list = row.flatMap((n, index) => Array.from({ length: n }, () => p.state_cols[index] as Fate));
    open.set((name === "nominals_notices" ? "nominals" : name) as Database, chance.shuffled(list));
  }
  const danish = slots.findIndex((slot) => slot.point.id === "RW-KGL" && slot.database === "sltd");
  const sltd = open.get("sltd")!;
  sltd.splice(sltd.indexOf("not_confirmed_closed"), 1);
  return slots.map((slot, index) => ({
    ...slot,
    fate: index === danish ? "not_confirmed_closed" : (open.get(slot.database)!.pop() as Fate),
  }));
}

function issuers(p: P, slots: Fated[], chance: Chance): Issued[] {
  const { once_each, icao_issuers_once_each, ...several } = p.issuing_or_requesting;
  const pool = [...spread(several as Record<string, number>), ...once_each, ...icao_issuers_once_each];
  const take = (code: string) => pool.splice(pool.indexOf(code), 1)[0]!;
  const awaited = p.awaiting_now.map(([code, hours]) => ({ code: take(code), hours }));
  const danish = slots.findIndex(
    (slot) => slot.point.id === "RW-KGL" && slot.database === "sltd" && slot.fate === "not_confirmed_closed",
  );
  const denmark = take("DK");
  const drawn = chance.shuffled(pool);
  const given = slots.map((slot, index): Issued => {
    if (index === danish) return { ...slot, issuer: denmark, hoursWaiting: null };
    if (slot.fate === "requested") {
      const at = awaited.findIndex((one) => one.code !== slot.point.country);
      const { code, hours } = awaited.splice(Math.max(0, at), 1)[0]!;
      return { ...slot, issuer: code, hoursWaiting: hours };
    }
    // No country is asked about its own document at its own border, and answers come from states that can give one.
    const at = drawn.findIndex(
      (code) => code !== slot.point.country && (code.length === 2 || slot.fate === "confirmed_closed"),
    );
    return { ...slot, issuer: drawn.splice(Math.max(0, at), 1)[0]!, hoursWaiting: null };
  });
  return given;
}

function days(
  meridian: Meridian,
  { perDay, slots }: { perDay: number[]; slots: Issued[] },
  chance: Chance,
): Placed[] {
  const left = new Map(perDay.map((n, index) => [index - (perDay.length - 1), n]));
  const dayOfWait = (hours: number) => -Math.ceil(hours / 24);
  const age: Record<Fate, number> = {
    confirmed_closed: 0,
    not_confirmed_closed: 0,
    no_reply: 0.1,
    confirmed_open: 0.5,
    requested: 2,
    second_line: 1.4,
    recorded: 1.6,
  };
  const order = slots
    .map((slot) => ({ slot, key: age[slot.fate] + chance.next() }))
    .sort((a, b) => a.key - b.key);
  const placed: Placed[] = [];
  for (const { slot } of order.filter((one) => one.slot.fate === "requested")) {
    const day = nearestOpenDay(slot.point, dayOfWait(slot.hoursWaiting!));
    left.set(day, Math.max(0, (left.get(day) ?? 0) - 1));
    placed.push({ ...slot, day });
  }
  for (const { slot } of order.filter((one) => one.slot.fate !== "requested")) {
    const first = tacticalDays(meridian, slot.point.country).from;
    const fits = (day: number) =>
      day >= first &&
      noChecksOn(slot.point, day) === null &&
      (slot.fate === "recorded" || slot.fate === "second_line" ? day <= 0 : day <= -3);
    const open = [...left.keys()].filter((day) => fits(day) && (left.get(day) ?? 0) > 0);
    const any = [...left.keys()].filter(fits);
    const late = slot.fate === "recorded" || slot.fate === "second_line";
    const day = late ? (open.at(-1) ?? any.at(-1)!) : (open[0] ?? chance.pick(any));
    left.set(day, (left.get(day) ?? 0) - 1);
    placed.push({ ...slot, day });
  }
  return placed.sort((a, b) => a.day - b.day);
}

function nearestOpenDay(point: PointInput, wanted: number): number {
  for (let off = 0; off < 6; off += 1) if (noChecksOn(point, wanted - off) === null) return wanted - off;
  return wanted;
}
