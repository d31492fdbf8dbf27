import type { ClientBase } from "pg";

export type LiveOperation = {
  operation: string;
  slug: string;
  country: string;
  point: string;
  deployment: string;
  /** A liaison of that country. */
  person: string;
  account: string;
};

/** Work of the owner that reads the forced tables, in one transaction. */
export async function inMaintenance<T>(owner: ClientBase, work: () => Promise<T>): Promise<T> {
  await owner.query("BEGIN");
  try {
    await owner.query("SELECT set_config('app.maintenance', 'on', true)");
    const result = await work();
    await owner.query("COMMIT");
    return result;
  } catch (error) {
    await owner.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** The operation of the world that is live, one of its posts and whoever reports from there. */
export async function liveOperation(owner: ClientBase): Promise<LiveOperation> {
  const { rows } = await inMaintenance(owner, () =>
    owner.query<LiveOperation>(
      `SELECT o.id AS operation, o.slug, d.country_code AS country, d.border_point_id AS point, d.id AS deployment, p.id AS person,
            split_part(p.email, '@', 1) AS account
     FROM operation o JOIN deployment d ON d.operation_id = o.id
     JOIN person p ON p.email = 'world.liaison.' || lower(d.country_code) || '@muster.example'
     WHERE o.state = 'live' AND o.slug LIKE 'world-%' ORDER BY d.id LIMIT 1`,
    ),
  );
  if (!rows[0]) throw new Error("the world has no live operation");
  return rows[0];
}

/** A session of this person, opened by the owner as a door of the installation. */
export async function openToken(owner: ClientBase, person: string): Promise<string> {
  const { rows } = await owner.query<{ token: string }>(
    "SELECT app.open_session_for($1, interval '2 hours') AS token",
    [person],
  );
  if (!rows[0]) throw new Error("no session could be opened");
  return rows[0].token;
}
