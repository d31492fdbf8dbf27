import { dayOf } from "#lib/calendar-day.ts";
import { addDays, daysBetween } from "#lib/period.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/transaction.ts";
import type { Stage } from "./actors.ts";
import { calendarOf, type Calendar } from "./exercise/calendar.ts";
import { idOf } from "./exercise/chance.ts";
import { drawMatches } from "./exercise/draw.ts";
import { followMatch } from "./exercise/follow-matches.ts";
import { hitsOf, type Hit } from "./exercise/hits.ts";
import { readMeridian, type Meridian } from "./exercise/input.ts";
import { recordOthers } from "./exercise/other-results.ts";
import { planPilot } from "./exercise/pilot.ts";
import { planMeridian } from "./exercise/plan.ts";
import { completeDay, fileDay, reviewDay } from "./exercise/returns.ts";
import { tacticalDays } from "./exercise/tactical.ts";
import { teach } from "./exercise/training.ts";
import { MERIDIAN_ID, personId } from "./ids.ts";

type Standing = {
  anchor: string;
  tacticalEnd: string;
  filed: Map<string, string>;
  matches: Map<string, number>;
  points: Map<string, string>;
};

/** What stands of the exercise, or null before its first seed. */
async function findExercise(ctx: Ctx): Promise<Standing | null> {
  auditUnchanged(ctx);
  const operation = await ctx.db.operation.findUnique({ where: { id: MERIDIAN_ID }, select: { id: true } });
  if (!operation) return null;
  const tactical = await ctx.db.phase.findUniqueOrThrow({
    where: { id: idOf("phase:tactical") },
    select: { startsOn: true, endsOn: true },
  });
  const returns = await ctx.db.dailyReturn.findMany({
    where: { operationId: MERIDIAN_ID, supersededAt: null },
    select: { id: true, deploymentId: true, localDate: true },
  });
  const points = await ctx.db.deployment.findMany({
    where: { operationId: MERIDIAN_ID },
    select: { borderPointId: true, borderPoint: { select: { code: true } } },
  });
  const matches = await ctx.db.match.findMany({
    where: {
      operationId: MERIDIAN_ID,
      OR: [{ closedReason: null }, { closedReason: { not: "test_record_voided" } }],
    },
    select: { deploymentId: true, localDate: true },
  });
  const counts = new Map<string, number>();
  for (const row of matches) {
    const key = `${row.deploymentId}:${dayOf(row.localDate)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    matches: counts,
    anchor: addDays(dayOf(tactical.startsOn!), 19),
    tacticalEnd: dayOf(tactical.endsOn!),
    filed: new Map(returns.map((row) => [`${row.deploymentId}:${dayOf(row.localDate)}`, row.id])),
    points: new Map(points.map((row) => [row.borderPoint.code, row.borderPointId])),
  };
}

/** Keeps the exercise live: its action days end eight days ahead, what follows them moves along. */
async function moveOn(ctx: Ctx, by: { days: number }) {
  const { days } = by;
  await ctx.db
    .$executeRaw`UPDATE phase SET ends_on = ends_on + ${days}::int WHERE operation_id = ${MERIDIAN_ID}::uuid AND kind = 'tactical'`;
  await ctx.db
    .$executeRaw`UPDATE phase SET starts_on = starts_on + ${days}::int, ends_on = ends_on + ${days}::int WHERE operation_id = ${MERIDIAN_ID}::uuid AND kind IN ('post_operational', 'evaluation')`;
  await ctx.db
    .$executeRaw`UPDATE phase_country SET ends_on = ends_on + ${days}::int WHERE operation_id = ${MERIDIAN_ID}::uuid AND phase_id = ${idOf("phase:tactical")}::uuid`;
  await ctx.db
    .$executeRaw`UPDATE deployment SET ends_on = ends_on + ${days}::int, returns_to = returns_to + ${days}::int WHERE operation_id = ${MERIDIAN_ID}::uuid`;
  await ctx.db
    .$executeRaw`UPDATE operation SET ends_on = ends_on + ${days}::int, version = version + 1 WHERE id = ${MERIDIAN_ID}::uuid`;
  audit(ctx, "operation.phases_moved", {
    entity: "operation",
    id: MERIDIAN_ID,
    country: null,
    operationId: MERIDIAN_ID,
  });
  return {};
}

/**
 * Exercise Meridian, live today: made on the first run, then days are appended up to today at every start. It writes through the
 * front door as the people of the exercise; what stands, people's entries among it, is never touched.
 */
export async function seedExercise(stage: Stage, now: Date) {
  const meridian = readMeridian();
  const manager = await stage.actAs(personId("manager"), now);
  let standing = await manager("figure:write", findExercise, undefined);
  const first = standing === null;
  if (first) {
    const anchor = now.toISOString().slice(0, 10);
    await manager("figure:write", planPilot, { meridian, anchor });
    await manager("figure:write", planMeridian, { meridian, anchor });
    standing = await manager("figure:write", findExercise, undefined);
  }
  if (!standing) throw new Error("the exercise could not be planned");
  const calendar = calendarOf(standing.anchor, now);
  const behind = daysBetween(standing.tacticalEnd, calendar.dateOf(calendar.today + 8));
  if (behind > 0) await manager("figure:write", moveOn, { days: behind });
  if (first) await teach({ stage, meridian, calendar, points: standing.points });
  const hits = first ? hitsOf(drawMatches(meridian), calendar) : [];
  const done = { filed: 0, interim: 0, validated: 0, queried: 0, left: 0, matches: hits.length };
  await Promise.all(
    meridian.countries.map(([country]) =>
      playCountry({ stage, meridian, calendar, standing, hits, country, first, done }),
    ),
  );
  return done;
}

type Play = {
  stage: Stage;
  meridian: Meridian;
  calendar: Calendar;
  standing: Standing;
  hits: Hit[];
  country: string;
  first: boolean;
  done: Record<"filed" | "interim" | "validated" | "queried" | "left", number>;
};

/** Files, follows, records, then reviews: what a country's people did, in that order. */
async function playCountry(play: Play): Promise<void> {
  const { stage, meridian, calendar, standing, hits, country, done } = play;
  const filed: Parameters<typeof fileDay>[0][] = [];
  for (const point of meridian.points.filter((one) => one.country === country)) {
    for (let day = tacticalDays(meridian, country).from; day <= calendar.today + 1; day += 1) {
      const key = `${idOf(`deployment:${point.id}`)}:${calendar.dateOf(day)}`;
      const standingId = standing.filed.get(key);
      const drawn = hits.filter(
        (hit) =>
          hit.draw.point.id === point.id &&
          hit.localDate === calendar.dateOf(day) &&
          hit.draw.ending !== "test_record_voided",
      ).length;
      const matches = drawn + (standing.matches.get(key) ?? 0);
      const on = { stage, meridian, calendar, point, day, matches };
      const result = standingId === undefined ? await fileDay(on) : await completeDay(on, standingId);
      done[result] += 1;
      if (result === "filed") filed.push({ ...on, completed: standingId !== undefined });
    }
  }
  if (play.first) {
    for (const hit of hits.filter((one) => one.draw.point.country === country))
      await followMatch(stage, calendar, hit);
    await recordOthers({ stage, meridian, calendar, hits, country }, standing.points);
  }
  for (const on of filed) done[await reviewDay(on)] += 1;
}
