import { addDays, type LocalDate } from "#lib/period.ts";
import { audit } from "#server/audit.ts";
import type { Ctx } from "#server/transaction.ts";
import { MERIDIAN_PILOT_ID } from "../ids.ts";
import { idOf } from "./chance.ts";
import type { Meridian } from "./input.ts";

const utc = (date: LocalDate) => new Date(`${date}T00:00:00Z`);

/** The exercise's predecessor: closed, with one published figure in another unit, so that it cannot be compared. */
export async function planPilot(ctx: Ctx, { meridian, anchor }: { meridian: Meridian; anchor: LocalDate }) {
  const { predecessor } = meridian;
  const [from, to] = predecessor.tactical;
  const [startsOn, endsOn] = [utc(addDays(anchor, from)), utc(addDays(anchor, to))];
  const countries = [...new Set(predecessor.points.map((code) => code.slice(0, 2)))];
  await ctx.db.operation.create({
    data: {
      id: MERIDIAN_PILOT_ID,
      slug: `exercise-meridian-pilot-${addDays(anchor, from).slice(0, 4)}`,
      codename: predecessor.codename,
      series: meridian.operation.series,
      year: Number(addDays(anchor, from).slice(0, 4)),
      handlingMark: meridian.operation.mark,
      exercise: true,
      state: "closed",
      visibility: "participants",
      startsOn,
      endsOn,
      createdAt: ctx.now,
      createdById: ctx.actor.id,
      phases: { create: { id: idOf("pilot:phase"), kind: "tactical", startsOn, endsOn, position: 0 } },
      participations: {
        create: countries.map((countryCode) => ({ countryCode, role: "participating", state: "closed" })),
      },
      figures: {
        create: {
          id: idOf("pilot:figure"),
          measure: "checks",
          unit: "travellers",
          databases: ["sltd"],
          label: "travellers checked",
          value: predecessor.checks_travellers,
          qualifier: "exact",
          note: predecessor.note,
          status: "final",
          position: 0,
        },
      },
    },
    select: { id: true },
  });
  audit(ctx, "operation.opened", {
    entity: "operation",
    id: MERIDIAN_PILOT_ID,
    country: null,
    operationId: MERIDIAN_PILOT_ID,
    version: 1,
  });
  return { id: MERIDIAN_PILOT_ID };
}
