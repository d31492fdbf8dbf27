import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Role } from "#generated/prisma/enums.ts";
import type { Grant } from "#access/scope.ts";

/** A small generator of chance whose seed a failing test prints. */
export function chance(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    maybe: (share: number) => next() < share,
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!,
    some: <T>(items: readonly T[], share = 0.5): T[] => items.filter(() => next() < share),
  };
}
export type Chance = ReturnType<typeof chance>;

export type Row = { id: string; country: string; operation: string };
export type World = {
  operations: { id: string; published: boolean; draft: boolean; countries: string[] }[];
  points: { id: string; country: string; operations: string[] }[];
  results: Record<ResultTable, Row[]>;
  requests: { id: string; asking: string; asked: string; operation: string }[];
};

export const RESULT_TABLES = [
  "daily_return",
  "return_line",
  "match",
  "match_event",
  "outcome",
  "arrest",
  "people_outcome",
  "seizure",
  "review_remark",
] as const;
export type ResultTable = (typeof RESULT_TABLES)[number];

const COUNTRIES = ["KE", "PE", "DK", "RW", "IT"];

/** Plants a random world through the owner's maintenance door; nothing here asks the rules it is used to test. */
export async function plantWorld(owner: pg.Pool, of: Chance): Promise<World> {
  const operations = Array.from({ length: 4 }, () => ({
    id: randomUUID(),
    published: of.maybe(0.3),
    draft: of.maybe(0.15),
    countries: of.some(COUNTRIES, 0.6),
  }));
  const points = COUNTRIES.flatMap((country) =>
    Array.from({ length: 2 }, () => ({
      id: randomUUID(),
      country,
      operations: of
        .some(
          operations.filter((o) => o.countries.includes(country)),
          0.6,
        )
        .map((o) => o.id),
    })),
  );
  const deployments = points.flatMap((point) =>
    point.operations.map((operation) => ({ id: randomUUID(), point, operation })),
  );
  const world: World = {
    operations,
    points,
    requests: [],
    results: Object.fromEntries(RESULT_TABLES.map((t) => [t, [] as Row[]])) as World["results"],
  };
  const rows = rowsOf(world, deployments, of);
  const person = randomUUID();
  const client = await owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.maintenance', 'on', true)");
    const put = (table: string, list: object[]) =>
      list.length === 0
        ? undefined
        : client.query(
            `INSERT INTO ${table} (${Object.keys(list[0]!)
              .map((k) => `"${k}"`)
              .join(", ")}) SELECT ${Object.keys(list[0]!)
              .map((k) => `"${k}"`)
              .join(", ")} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
            [JSON.stringify(list)],
          );
    await put(
      "operation",
      operations.map((o) => ({
        id: o.id,
        slug: o.id,
        codename: "World",
        handling_mark: "TLP:AMBER",
        state: o.draft ? "draft" : "planned",
        visibility: o.published ? "published" : "participants",
        created_at: new Date(),
        created_by_id: person,
        crime_areas: [],
        year_inferred: false,
        exercise: false,
        version: 1,
      })),
    );
    await put(
      "participation",
      operations.flatMap((o) =>
        o.countries.map((c) => ({
          operation_id: o.id,
          country_code: c,
          role: "participating",
          state: "planned",
        })),
      ),
    );
    await put(
      "border_point",
      points.map((p) => ({
        id: p.id,
        code: p.id,
        country_code: p.country,
        name: "Point",
        kind: "airport",
        time_zone: "UTC",
      })),
    );
    await put(
      "deployment",
      deployments.map((d) => ({
        id: d.id,
        operation_id: d.operation,
        country_code: d.point.country,
        border_point_id: d.point.id,
        day_starts_at: "00:00",
      })),
    );
    for (const [table, list] of rows) await put(table, list);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
  return world;
}

type Deployed = { id: string; point: { id: string; country: string }; operation: string };

function rowsOf(world: World, deployments: Deployed[], of: Chance): [string, object[]][] {
  const made = new Map<string, object[]>([
    ["confirmation_request", []],
    ...RESULT_TABLES.map((t): [string, object[]] => [t, []]),
  ]);
  const at = new Date().toISOString();
  const person = randomUUID();
  const keep = (table: ResultTable, [id, d]: [string, Deployed], row: object) => {
    world.results[table].push({ id, country: d.point.country, operation: d.operation });
    made.get(table)!.push({ id, operation_id: d.operation, country_code: d.point.country, ...row });
  };
  for (const d of deployments) {
    const [day, ret, line, match, request] = [
      "2026-11-01",
      randomUUID(),
      randomUUID(),
      randomUUID(),
      randomUUID(),
    ];
    const counted = { local_date: day, review: "submitted", recorded_by_id: person, recorded_at: at };
    keep("daily_return", [ret, d], {
      deployment_id: d.id,
      border_point_id: d.point.id,
      local_date: day,
      kind: "checks",
      matches_stated: 1,
      interim: false,
      offline: false,
      review: "submitted",
      submitted_by_id: person,
      submitted_at: at,
      validated_on_behalf: false,
      version: 1,
    });
    keep("return_line", [line, d], {
      return_id: ret,
      border_point_id: d.point.id,
      local_date: day,
      database: "sltd",
      unit: "documents",
      count: Math.floor(of.next() * 500),
      basis: "desk_count",
      review: "submitted",
      counts: true,
    });
    const asked = of.pick(COUNTRIES.filter((c) => c !== d.point.country));
    made.get("confirmation_request")!.push({
      id: request,
      reference: "X",
      asking_country: d.point.country,
      asked_country: asked,
      exercise: false,
      database: "sltd",
      asked_at: at,
      version: 1,
    });
    world.requests.push({ id: request, asking: d.point.country, asked, operation: d.operation });
    keep("match", [match, d], {
      reference: "",
      deployment_id: d.id,
      border_point_id: d.point.id,
      detected_at: at,
      local_date: day,
      channel: "fixed",
      database: "sltd",
      encounter_id: randomUUID(),
      state: "confirmation_requested",
      confirmed: false,
      has_outcome: false,
      confirmation_request_id: request,
      review: "submitted",
      recorded_by_id: person,
      recorded_at: at,
      validated_on_behalf: false,
      version: 1,
    });
    keep("match_event", [randomUUID(), d], {
      match_id: match,
      step: "recorded",
      at,
      channel: "other",
      recorded_at: at,
    });
    keep("outcome", [randomUUID(), d], { match_id: match, kind: "released", at, ...counted });
    keep("arrest", [randomUUID(), d], {
      border_point_id: d.point.id,
      count: 1,
      offence: "other",
      state: "arrested",
      version: 1,
      ...counted,
    });
    keep("people_outcome", [randomUUID(), d], {
      border_point_id: d.point.id,
      kind: "victims_presumed",
      age_group: "adult",
      sex: "female",
      count: 2,
      version: 1,
      ...counted,
    });
    keep("seizure", [randomUUID(), d], {
      border_point_id: d.point.id,
      commodity: "vehicle",
      quantity: 1,
      unit: "items",
      version: 1,
      ...counted,
    });
    keep("review_remark", [randomUUID(), d], { return_id: ret, text: "?", by_id: person, at });
  }
  const order = [
    "daily_return",
    "return_line",
    "confirmation_request",
    "match",
    "match_event",
    "outcome",
    "arrest",
    "people_outcome",
    "seizure",
    "review_remark",
  ];
  return order.map((table) => [table, made.get(table)!]);
}

const ROLES: Role[] = ["administrator", "programme_manager", "reviewer", "liaison", "leadership", "observer"];

/** One to three random assignments: role × (some countries or all) × (some operations or all). */
export function randomGrants(world: World, of: Chance): Grant[] {
  return Array.from({ length: 1 + Math.floor(of.next() * 3) }, () => {
    const countries = of.some(COUNTRIES, 0.4);
    const operations = of.some(world.operations, 0.4).map((o) => o.id);
    return {
      role: of.pick(ROLES),
      countries: of.maybe(0.3) || countries.length === 0 ? "all" : countries,
      operations: of.maybe(0.6) || operations.length === 0 ? "all" : operations,
    };
  });
}
