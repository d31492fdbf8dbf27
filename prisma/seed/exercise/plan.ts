import type { Ctx } from "#server/transaction.ts";
import { audit } from "#server/audit.ts";
import { addDays, type LocalDate } from "#lib/period.ts";
import { MERIDIAN_ID } from "../ids.ts";
import { idOf } from "./chance.ts";
import type { Meridian } from "./input.ts";
import { planPoints } from "./plan-points.ts";

const utc = (date: LocalDate) => new Date(`${date}T00:00:00Z`);

/** Writes the plan of the exercise as its programme manager: operation, phases, countries, points, access. */
export async function planMeridian(
  ctx: Ctx,
  { meridian, anchor }: { meridian: Meridian; anchor: LocalDate },
) {
  await openOperation(ctx, meridian, anchor);
  await planPhases(ctx, meridian, anchor);
  await ctx.db.participation.createMany({
    data: meridian.countries.map(([countryCode, role]) => ({
      operationId: MERIDIAN_ID,
      countryCode,
      role: role === "host" ? "host" : "participating",
      state: "live",
    })),
  });
  await planOrganisations(ctx, meridian);
  await ctx.db.operationRemark.create({
    data: {
      id: idOf("remark:coordination"),
      operationId: MERIDIAN_ID,
      kind: "coordination",
      text: meridian.operation.coordination,
      position: 0,
    },
    select: { id: true },
  });
  await planPoints(ctx, meridian, anchor);
  audit(ctx, "operation.opened", {
    entity: "operation",
    id: MERIDIAN_ID,
    country: null,
    operationId: MERIDIAN_ID,
    version: 1,
  });
  return { id: MERIDIAN_ID };
}

async function openOperation(ctx: Ctx, meridian: Meridian, anchor: LocalDate) {
  const on = (day: number) => utc(addDays(anchor, day));
  await ctx.db.operation.create({
    data: {
      id: MERIDIAN_ID,
      slug: `exercise-meridian-${anchor.slice(0, 4)}`,
      codename: meridian.operation.codename,
      series: meridian.operation.series,
      year: Number(anchor.slice(0, 4)),
      objective: meridian.operation.objective,
      handlingMark: meridian.operation.mark,
      exercise: true,
      state: "live",
      visibility: "participants",
      retentionOn: on(meridian.operation.retention_day),
      // Called by the name of the Protocol, as everywhere else.
      crimeAreas: meridian.operation.crime_areas.map((area) =>
        area === "people_smuggling" ? "migrant_smuggling" : area,
      ),
      startsOn: on(meridian.phases[0]![1]),
      endsOn: on(meridian.phases.at(-1)![2]),
      createdAt: ctx.now,
      createdById: ctx.actor.id,
      programmes: {
        create: {
          label: "STOP",
          programme: {
            connectOrCreate: {
              where: { code: "STOP" },
              create: { id: idOf("programme:STOP"), code: "STOP", name: "STOP" },
            },
          },
        },
      },
    },
    select: { id: true },
  });
}

async function planPhases(ctx: Ctx, meridian: Meridian, anchor: LocalDate) {
  await ctx.db.phase.createMany({
    data: meridian.phases.map(([kind, from, to], position) => ({
      id: idOf(`phase:${kind}`),
      operationId: MERIDIAN_ID,
      kind: kind as "tactical",
      startsOn: utc(addDays(anchor, from)),
      endsOn: utc(addDays(anchor, to)),
      position,
    })),
  });
  await ctx.db.phaseCountry.createMany({
    data: meridian.phase_overrides.map(([countryCode, kind, from, to]) => ({
      phaseId: idOf(`phase:${kind}`),
      operationId: MERIDIAN_ID,
      countryCode,
      startsOn: utc(addDays(anchor, from)),
      endsOn: utc(addDays(anchor, to)),
    })),
  });
}

/** Organisations of each country, and the lead. */
async function planOrganisations(ctx: Ctx, meridian: Meridian): Promise<void> {
  const rows = meridian.countries.flatMap(([countryCode, , , names]) =>
    names.map((written) => {
      const [name, kind] = written.split("|") as [string, "ncb"];
      return {
        id: idOf(`organisation:${countryCode}:${name}`),
        name,
        kind,
        countryCode: countryCode as string | null,
      };
    }),
  );
  const lead = {
    id: idOf("organisation:lead"),
    name: meridian.operation.lead,
    kind: "other" as const,
    countryCode: null,
  };
  await ctx.db.organisation.createMany({ data: [...rows, lead], skipDuplicates: true });
  await ctx.db.operationOrganisation.createMany({
    data: [
      { operationId: MERIDIAN_ID, organisationId: lead.id, role: "lead" as const },
      ...rows.map((row) => ({ operationId: MERIDIAN_ID, organisationId: row.id, role: "partner" as const })),
    ],
    skipDuplicates: true,
  });
}
