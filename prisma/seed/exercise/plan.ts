import type { Ctx } from "#server/transaction.ts";
import { audit } from "#server/audit.ts";
import type { Database } from "#generated/prisma/enums.ts";
import { addDays, type LocalDate } from "#lib/period.ts";
import { MERIDIAN_ID } from "../ids.ts";
import { chanceOf, idOf } from "./chance.ts";
import type { Meridian, PointInput, SessionInput } from "./input.ts";

const utc = (date: LocalDate) => new Date(`${date}T00:00:00Z`);

/** Databases a point searches, from its daily volumes: TDAWN runs with every SLTD search, notices with every name. */
export function databasesAt(point: PointInput): Database[] {
  return [
    ...(point.sltd_documents > 0 ? (["sltd", "tdawn"] as const) : []),
    ...(point.nominal_searches > 0 ? (["nominals", "notices"] as const) : []),
    ...(point.smv_vehicles > 0 ? (["smv"] as const) : []),
    ...(point.fingerprint_searches > 0 ? (["fingerprints"] as const) : []),
  ];
}

/** First and last tactical day of a country, as day numbers. */
export function tacticalDays(meridian: Meridian, country: string): { from: number; to: number } {
  const own = meridian.phase_overrides.find(([code, phase]) => code === country && phase === "tactical");
  const common = meridian.phases.find(([kind]) => kind === "tactical")!;
  return own ? { from: own[2], to: own[3] } : { from: common[1], to: common[2] };
}

/** Writes the plan of the exercise as its programme manager: operation, phases, countries, points, access, training. */
export async function planMeridian(ctx: Ctx, { meridian, anchor }: { meridian: Meridian; anchor: LocalDate }) {
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
      crimeAreas: meridian.operation.crime_areas,
      startsOn: on(meridian.phases[0]![1]),
      endsOn: on(meridian.phases.at(-1)![2]),
      createdAt: ctx.now,
      createdById: ctx.actor.id,
      programmes: {
        create: {
          label: "STOP",
          programme: { connectOrCreate: { where: { code: "STOP" }, create: { id: idOf("programme:STOP"), code: "STOP", name: "STOP" } } },
        },
      },
    },
    select: { id: true },
  });
  await planPhases(ctx, meridian, anchor);
  await ctx.db.participation.createMany({
    data: meridian.countries.map(([countryCode, role]) => ({
      operationId: MERIDIAN_ID,
      countryCode,
      role: role === "host" ? "host" : "participating",
      state: "live",
    })),
  });
  const organisations = await planOrganisations(ctx, meridian);
  await ctx.db.operationRemark.create({
    data: { id: idOf("remark:coordination"), operationId: MERIDIAN_ID, kind: "coordination", text: meridian.operation.coordination, position: 0 },
    select: { id: true },
  });
  const points = await planPoints(ctx, meridian, anchor);
  await planTraining(ctx, { meridian, anchor, organisations, points });
  audit(ctx, "operation.opened", { entity: "operation", id: MERIDIAN_ID, country: null, operationId: MERIDIAN_ID, version: 1 });
  return { id: MERIDIAN_ID };
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

/** Organisations by country; the lead stands under "". */
async function planOrganisations(ctx: Ctx, meridian: Meridian): Promise<Map<string, string[]>> {
  const rows = meridian.countries.flatMap(([countryCode, , , names]) =>
    names.map((written) => {
      const [name, kind] = written.split("|") as [string, "ncb"];
      return { id: idOf(`organisation:${countryCode}:${name}`), name, kind, countryCode: countryCode as string | null };
    }),
  );
  const lead = { id: idOf("organisation:lead"), name: meridian.operation.lead, kind: "other" as const, countryCode: null };
  await ctx.db.organisation.createMany({ data: [...rows, lead], skipDuplicates: true });
  await ctx.db.operationOrganisation.createMany({
    data: [
      { operationId: MERIDIAN_ID, organisationId: lead.id, role: "lead" as const },
      ...rows.map((row) => ({ operationId: MERIDIAN_ID, organisationId: row.id, role: "partner" as const })),
    ],
    skipDuplicates: true,
  });
  const byCountry = new Map<string, string[]>([["", [lead.id]]]);
  for (const row of rows) byCountry.set(row.countryCode!, [...(byCountry.get(row.countryCode!) ?? []), row.id]);
  return byCountry;
}

/** Border points are shared with the archive by their code; returns their ids by code. */
async function planPoints(ctx: Ctx, meridian: Meridian, anchor: LocalDate): Promise<Map<string, string>> {
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
        shifts: point.shifts,
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
      broughtByOperationId: (point.live_since_day ?? 0) > -150 ? MERIDIAN_ID : null,
    })),
  });
  await ctx.db.accessStatus.createMany({
    data: meridian.points.flatMap((point) =>
      accessHistory(point).map(([state, day, note]) => ({
        id: idOf(`access-status:${point.id}:${state}`),
        accessPointId: idOf(`access:${point.id}`),
        countryCode: point.country,
        state,
        onDate: utc(addDays(anchor, day)),
        note: note ?? null,
      })),
    ),
  });
}

type Step = [state: PointInput["access_state"], day: number, note?: string];

function accessHistory(point: PointInput): Step[] {
  const way = ["requested", "approved", "installed", "tested", "live"] as const;
  const live = point.live_since_day ?? -50;
  const leads = [70, 48, 21, 7, 0];
  const reached = point.access_state === "suspended" ? "live" : point.access_state;
  const steps = way.slice(0, way.indexOf(reached as "live") + 1).map((state, index): Step => [state, live - leads[index]!]);
  return point.access_state === "suspended" ? [...steps, ["suspended", -6, "accounts expired"]] : steps;
}

type Class = Placed & { organisations: Map<string, string[]> };

async function planTraining(ctx: Ctx, { meridian, anchor, organisations, points }: Class) {
  for (const session of meridian.training) {
    const id = idOf(`training:${session.no}`);
    await ctx.db.trainingSession.create({
      data: {
        id,
        operationId: MERIDIAN_ID,
        title: `Meridian ${session.no} · ${session.place}`,
        countryCode: session.country,
        place: session.place,
        startsOn: utc(addDays(anchor, session.days_from)),
        endsOn: utc(addDays(anchor, session.days_to)),
        delivery: session.delivery,
        languages: session.languages.split(","),
        topics: session.topics as "sltd"[],
        seats: session.seats,
        state: session.state,
      },
      select: { id: true },
    });
    await ctx.db.trainingTrainer.createMany({ data: organisations.get("")!.map((organisationId) => ({ sessionId: id, organisationId })) });
    const served = meridian.points.filter((point) => point.trained_in_session === session.no);
    await ctx.db.trainingPoint.createMany({ data: served.map((point) => ({ sessionId: id, borderPointId: points.get(point.id)! })) });
    if (session.attended !== null)
      await ctx.db.attendance.createMany({
        data: shares(session, (organisations.get(session.country) ?? []).slice(0, 4)).map((row) => ({ ...row, sessionId: id, countryCode: session.country })),
      });
  }
}

/** Spreads a session's people over the country's organisations so that the parts add up to the whole. */
function shares(session: SessionInput, organisations: string[]) {
  const chance = chanceOf(`attendance:${session.no}`);
  const invited = Math.max(session.invited ?? 0, session.attended ?? 0);
  const people = Array.from({ length: invited }, (_, index) => organisations[index % organisations.length]!);
  const present = chance.shuffled(people).slice(0, session.attended ?? 0);
  const women = chance.shuffled(present).slice(0, session.women ?? 0);
  const certified = chance.shuffled(present).slice(0, session.certified ?? 0);
  const of = (list: string[], id: string) => list.filter((item) => item === id).length;
  return organisations.map((id) => ({
    organisationId: id,
    invited: of(people, id),
    attended: of(present, id),
    women: of(women, id),
    certified: of(certified, id),
  }));
}
