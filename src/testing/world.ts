import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Role } from "#generated/prisma/enums.ts";
import type { Grant } from "#access/scope.ts";

import { rowsOf } from "./world-rows.ts";
import { COUNTRIES, RESULT_TABLES, type Chance, type Row, type World } from "./world-shape.ts";

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
