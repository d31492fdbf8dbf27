import type { Role } from "#generated/prisma/enums.ts";
import { newId } from "#lib/ids.ts";
import { createCallerFactory } from "#server/procedure.ts";
import { connect, type Client } from "#server/db.ts";
import { appRouter } from "#trpc/root.ts";
import { openPool } from "./database.ts";

export type Posting = { countries?: string[]; operations?: string[]; id?: string; locale?: string };

/** Real people with live sessions on a test database; a caller is the router as that person would reach it. */
export function cast(urls: { ownerUrl: string; appUrl: string }) {
  const owner = openPool(urls.ownerUrl, 2);
  const client: Client = connect(urls.appUrl);
  const createCaller = createCallerFactory(appRouter);

  const callerFor = (token: string | null, now?: Date) =>
    createCaller({ client, token, address: null, userAgent: "test", ...(now ? { now } : {}) });

  /** No countries or operations named means all of them. */
  async function as(role: Role, posting: Posting = {}) {
    const id = posting.id ?? newId();
    const countries = posting.countries ?? [];
    const operations = posting.operations ?? [];
    await owner.query(
      "INSERT INTO person (id, email, name, locale) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
      [id, `${id}@test.example`, `${role} ${countries.join(" ")}`, posting.locale ?? "en"],
    );
    await owner.query(
      `INSERT INTO assignment (id, person_id, role, all_countries, countries, all_operations, operations, granted_by_id, granted_at, approved_by_id, approved_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), $9, now())`,
      [
        newId(),
        id,
        role,
        countries.length === 0,
        countries,
        operations.length === 0,
        operations,
        newId(),
        newId(),
      ],
    );
    const { rows } = await owner.query<{ token: string }>(
      "SELECT app.open_session_for($1, interval '1 hour') AS token",
      [id],
    );
    const token = rows[0]!.token;
    return { id, token, call: callerFor(token), at: (now: Date) => callerFor(token, now) };
  }

  return {
    client,
    owner,
    as,
    /** Whoever holds this token. */
    caller: callerFor,
    nobody: callerFor(null),
    async close() {
      await owner.end();
      await client.$disconnect();
    },
  };
}
