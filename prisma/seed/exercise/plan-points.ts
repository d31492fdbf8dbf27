import type { Ctx } from "#server/transaction.ts";
import { addDays, type LocalDate } from "#lib/period.ts";
import { MERIDIAN_ID, MERIDIAN_PILOT_ID } from "../ids.ts";
import { idOf } from "./chance.ts";
import type { Meridian, PointInput } from "./input.ts";
import { databasesAt, tacticalDays } from "./tactical.ts";

const utc = (date: LocalDate) => new Date(`${date}T00:00:00Z`);

/** Border points are shared with the archive by their code; returns their ids by code. */
export async function planPoints(
  ctx: Ctx,
  meridian: Meridian,
  anchor: LocalDate,
): Promise<Map<string, string>> {
  await ctx.db.borderPoint.createMany({
    data: meridian.points.map((point) => ({
      id: idOf(`point:${point.id}`),
      code: point.id,
      countryCode: point.country,
      name: point.name,
      kind: point.kind,
      iata: point.iata,
      unlocode: point.unlocode,
      latitude: point.lat,
      longitude: point.lon,
      timeZone: point.tz,
      coordinateSource: point.coord_source,
      facingCountry: point.facing_country,
    })),
    skipDuplicates: true,
  });
  const stored = await ctx.db.borderPoint.findMany({
    where: { code: { in: meridian.points.map((point) => point.id) } },
    select: { id: true, code: true },
  });
  const ids = new Map(stored.map((row) => [row.code, row.id]));
  await ctx.db.deployment.createMany({
    data: meridian.points.map((point) => {
      const tactical = tacticalDays(meridian, point.country);
      const [from, to] = [utc(addDays(anchor, tactical.from)), utc(addDays(anchor, tactical.to))];
      return {
        id: idOf(`deployment:${point.id}`),
        operationId: MERIDIAN_ID,
        countryCode: point.country,
        borderPointId: ids.get(point.id)!,
        startsOn: from,
        endsOn: to,
        dayStartsAt: point.operational_day_starts,
        shifts: point.shifts.replaceAll("_", " "),
        returnsFrom: from,
        returnsTo: to,
      };
    }),
  });
  await planAccess(ctx, { meridian, anchor, points: ids });
  return ids;
}

type Placed = { meridian: Meridian; anchor: LocalDate; points: Map<string, string> };

async function planAccess(ctx: Ctx, { meridian, anchor, points }: Placed) {
  await ctx.db.accessPoint.createMany({
    data: meridian.points.map((point) => ({
      id: idOf(`access:${point.id}`),
      borderPointId: points.get(point.id)!,
      countryCode: point.country,
      system: point.access,
      databases: databasesAt(point),
      broughtByOperationId: broughtBy(meridian, point),
      exercise: true,
    })),
  });
  await ctx.db.accessStatus.createMany({
    data: meridian.points.flatMap((point) =>
      accessHistory(point, liveSince(meridian, point)).map(([state, day, note]) => ({
        id: idOf(`access-status:${point.id}:${state}`),
        accessPointId: idOf(`access:${point.id}`),
        countryCode: point.country,
        state,
        onDate: utc(addDays(anchor, day)),
        note: note ?? null,
      })),
    ),
  });
  await ctx.db.queryVolume.createMany({ data: legacyOf(meridian, anchor) });
}

/** The predecessor where it was, else the exercise, or nobody knows. */
function broughtBy({ predecessor }: Meridian, point: PointInput): string | null {
  if (predecessor.points.includes(point.id)) return MERIDIAN_PILOT_ID;
  return (point.live_since_day ?? 0) > -150 ? MERIDIAN_ID : null;
}

/** Access that the predecessor brought was live before its first day. */
function liveSince({ predecessor }: Meridian, point: PointInput): number {
  const given = point.live_since_day ?? -50;
  return predecessor.points.includes(point.id) ? Math.min(given, predecessor.tactical[0] - 14) : given;
}

/** SLTD queries per month after the pilot, as the server logged them; null where they cannot be attributed. */
function legacyOf({ predecessor }: Meridian, anchor: LocalDate) {
  const ended = addDays(anchor, predecessor.tactical[1]);
  const monthAfter = (months: number) =>
    new Date(Date.UTC(Number(ended.slice(0, 4)), Number(ended.slice(5, 7)) - 1 + months, 1));
  return Object.entries(predecessor.legacy_sltd_by_month_1_to_12).flatMap(([code, counts]) =>
    counts.map((count, index) => ({
      accessPointId: idOf(`access:${code}`),
      countryCode: code.slice(0, 2),
      database: "sltd" as const,
      month: monthAfter(index + 1),
      source: "server_log" as const,
      count,
    })),
  );
}

type Step = [state: PointInput["access_state"], day: number, note?: string];

function accessHistory(point: PointInput, live: number): Step[] {
  const way = ["requested", "approved", "installed", "tested", "live"] as const;
  const leads = [70, 48, 21, 7, 0];
  const reached = point.access_state === "suspended" ? "live" : point.access_state;
  const steps = way
    .slice(0, way.indexOf(reached as "live") + 1)
    .map((state, index): Step => [state, live - leads[index]!]);
  return point.access_state === "suspended" ? [...steps, ["suspended", -6, "accounts expired"]] : steps;
}
