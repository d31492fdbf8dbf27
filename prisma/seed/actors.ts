import pg from "pg";
import type { Permission } from "#access/permissions.ts";
import { connect, type Client } from "#server/db.ts";
import { transact, type Ctx } from "#server/transaction.ts";

export type Act = <I, O>(
  permission: Permission,
  useCase: (ctx: Ctx, input: I) => Promise<O>,
  input: I,
) => Promise<O>;

export type Stage = {
  client: Client;
  /** Acts as this person through the front door: same rights, rules and audit as a click. */
  actAs: (personId: string, now?: Date) => Promise<Act>;
  close: () => Promise<void>;
};

/** Opens sessions through the owner's connection (a door of the installation) and works through the runtime role. */
export async function openStage(urls: { databaseUrl: string; migrationUrl: string }): Promise<Stage> {
  const owner = new pg.Pool({ connectionString: urls.migrationUrl, max: 2 });
  owner.on("error", () => undefined);
  const client = connect(urls.databaseUrl);
  const opened = new Map<string, Promise<string>>();
  const tokenFor = async (personId: string): Promise<string> => {
    const { rows } = await owner.query<{ token: string }>(
      "SELECT app.open_session_for($1, interval '2 hours') AS token",
      [personId],
    );
    const token = rows[0]?.token;
    if (!token) throw new Error("no session could be opened");
    return token;
  };
  return {
    client,
    async actAs(personId, now) {
      if (!opened.has(personId)) opened.set(personId, tokenFor(personId));
      const token = await opened.get(personId)!;
      return (permission, useCase, input) =>
        transact({ client, token, permission, type: "mutation", ...(now ? { now } : {}) }, (ctx) =>
          useCase(ctx, input),
        );
    },
    async close() {
      await owner.query(
        "UPDATE session SET revoked_at = now() WHERE user_agent = 'installation' AND revoked_at IS NULL",
      );
      await owner.end();
      await client.$disconnect();
    },
  };
}
