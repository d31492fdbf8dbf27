import type pg from "pg";
import type { Database } from "#generated/prisma/enums.ts";
import { newId } from "#lib/ids.ts";
import { addDays, operationalDayOf } from "#lib/period.ts";

export type PlantedPoint = { id: string; deploymentId: string; country: string; timeZone: string };
export type PlantedOperation = { id: string; slug: string; exercise: boolean; points: PlantedPoint[] };
export type Planting = {
  countries?: string[];
  exercise?: boolean;
  visibility?: "published" | "participants";
  /** Points of each country. */
  points?: number;
  timeZone?: string;
  dayStartsAt?: string;
  databases?: Database[];
  /** Operational days before today from which returns are expected. */
  daysAgo?: number;
  today?: Date;
};

type Owner = pg.Pool | pg.PoolClient;

/** Rows under forced row-level security are planted by the owner, who says so for one transaction. */
export async function plant(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.maintenance', 'on', true)");
    await work(client);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

/** A live operation with participations, points, live access and deployments that owe returns (default: two countries, one point each). */
export async function plantOperation(owner: pg.Pool, planting: Planting = {}): Promise<PlantedOperation> {
  const { countries = ["KE", "RW"], exercise = false, visibility = "participants", points = 1 } = planting;
  const id = newId();
  const slug = `planted-${id.slice(-12)}`;
  const planted: PlantedPoint[] = [];
  await plant(owner, async (client) => {
    for (const code of new Set([...countries, "DK", "PE"]))
      await client.query(
        "INSERT INTO country (code, region, interpol_member, interpol_as_of) VALUES ($1, 'africa', true, '2024-11-01') ON CONFLICT DO NOTHING",
        [code],
      );
    await client.query(
      `INSERT INTO operation (id, slug, codename, handling_mark, exercise, state, visibility, live_reason, created_at, created_by_id)
       VALUES ($1, $2, 'Planted', 'TLP:AMBER', $3, 'live', $4, 'planted for a test', now(), $1)`,
      [id, slug, exercise, visibility],
    );
    for (const country of countries) {
      await client.query(
        "INSERT INTO participation (operation_id, country_code, role, state) VALUES ($1, $2, 'participating', 'live')",
        [id, country],
      );
      for (let n = 0; n < points; n += 1)
        planted.push(await plantPoint(client, { id, country, n }, planting));
    }
  });
  return { id, slug, exercise, points: planted };
}

async function plantPoint(
  client: Owner,
  place: { id: string; country: string; n: number },
  {
    timeZone = "Africa/Nairobi",
    dayStartsAt = "00:00",
    databases = ["sltd", "nominals"],
    daysAgo = 10,
    today = new Date(),
  }: Planting,
): Promise<PlantedPoint> {
  const pointId = newId();
  const deploymentId = newId();
  const from = addDays(operationalDayOf(today, { zone: timeZone, startsAt: dayStartsAt }), -daysAgo);
  await client.query(
    "INSERT INTO border_point (id, code, country_code, name, kind, time_zone, latitude, longitude) VALUES ($1, $2, $3, $4, 'airport', $5, -1.3, 36.9)",
    [
      pointId,
      `${place.country}-${pointId.slice(-12)}`,
      place.country,
      `${place.country} point ${place.n + 1}`,
      timeZone,
    ],
  );
  const accessId = newId();
  await client.query(
    "INSERT INTO access_point (id, border_point_id, country_code, system, databases) VALUES ($1, $2, $3, 'find', $4::database[])",
    [accessId, pointId, place.country, databases],
  );
  await client.query(
    "INSERT INTO access_status (id, access_point_id, country_code, state, on_date) VALUES ($1, $2, $3, 'live', $4)",
    [newId(), accessId, place.country, from],
  );
  await client.query(
    `INSERT INTO deployment (id, operation_id, country_code, border_point_id, starts_on, ends_on, day_starts_at, returns_from, returns_to)
     VALUES ($1, $2, $3, $4, $5::date, $5::date + 60, $6, $5::date, $5::date + 60)`,
    [deploymentId, place.id, place.country, pointId, from, dayStartsAt],
  );
  return { id: pointId, deploymentId, country: place.country, timeZone };
}
