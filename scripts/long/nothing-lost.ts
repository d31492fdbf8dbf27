import crypto from "node:crypto";
import { liveOperation } from "../../bench/ground.ts";
import { signIn } from "../../bench/sign-in.ts";
import { freePort } from "../../bench/stage.ts";
import { seedWorld } from "../../prisma/seed/world.ts";
import { WORLD } from "../../prisma/seed/world/shape.ts";
import { ensureBuilt } from "../fresh.ts";
import { migrateDatabase } from "../migration.ts";
import { withClient } from "../postgres/roles.ts";
import { makePassword, webEnvironment } from "../settings.ts";
import { type Throwaway, throwawayDatabase } from "../throwaway.ts";
import { startWeb, type WebOptions } from "../web-server.ts";
import type { Row } from "./card.ts";
import { cuttingProxy } from "./cutting-proxy.ts";
import { killDatabase, killWeb } from "./killing.ts";
import { type Acknowledged, keepWriting, type Writing } from "./writing.ts";

const WRITERS = 8;
const ENOUGH = Number(process.env.MUSTER_WRITES ?? 2000);
const KILLS = Number(process.env.MUSTER_KILLS ?? 5);
const CUT = 0.04;
/** So many refusals mean that something else is broken than what is tried here. */
const HOPELESS = 50;

type Found = { lost: number; doubled: number; unaudited: number; totals: number; chains: number };

/** What the database says afterwards about everything that was acknowledged. */
async function look(database: Throwaway, acknowledged: Acknowledged): Promise<Found> {
  return withClient(database.superUrl, async (client) => {
    const ids = [...acknowledged.keys()];
    const kept = await client.query<{ id: string; reference: string; events: number }>(
      `SELECT m.id, m.reference, (SELECT count(*)::int FROM audit_event e WHERE e.entity_id = m.id AND e.action = 'match.recorded') AS events
       FROM match m WHERE m.id = ANY ($1::uuid[])`,
      [ids],
    );
    const right = kept.rows.filter(({ id, reference }) => acknowledged.get(id) === reference);
    const count = async (sql: string) => Number((await client.query<{ n: string }>(sql)).rows[0]?.n);
    return {
      lost: ids.length - right.length,
      doubled: kept.rows.filter(({ events }) => events > 1).length,
      unaudited: await count(
        "SELECT count(*) AS n FROM match m WHERE NOT EXISTS (SELECT FROM audit_event e WHERE e.entity_id = m.id AND e.action = 'match.recorded')",
      ),
      totals: await count("SELECT count(*) AS n FROM app.total_differences()"),
      chains: await count(
        "SELECT count(*) AS n FROM app.audit_verify() WHERE first_bad IS NOT NULL OR NOT head_agrees",
      ),
    };
  });
}

type Trial = { settings: string[]; writes: number; kills: number };
type Outcome = { writing: Writing; found: Found; databaseKills: number; webKills: number; cuts: number };

/** Writers behind a line that breaks, on a server and a database that are killed in turn; then the count. */
async function attempt({ settings, writes, kills }: Trial): Promise<Outcome> {
  const database = await throwawayDatabase({ durable: true, settings: ["max_connections=100", ...settings] });
  const port = await freePort();
  const sessionSecret = crypto.randomBytes(32).toString("base64url");
  const shown = { host: "127.0.0.1", port, demo: false };
  const env = { ...webEnvironment({ ...shown, sessionSecret }, database.appUrl), LOG_LEVEL: "silent" };
  const options: WebOptions = { mode: "start", host: shown.host, port, env };
  const password = makePassword();
  await migrateDatabase(database.ownerUrl, database.appUrl, () => undefined);
  const live = await withClient(database.ownerUrl, async (owner) => {
    await seedWorld(owner, { ...WORLD, returns: 100, matches: 0, beside: false }, password);
    return liveOperation(owner);
  });
  let server = await startWeb(options);
  const proxy = await cuttingProxy({ host: shown.host, port }, CUT);
  try {
    const cookie = await signIn(server.url, live.account, password);
    // Whoever writes must still be signed in after a kill, also where commits are not waited for.
    await withClient(database.superUrl, (client) => client.query("CHECKPOINT"));
    const door = { url: proxy.url, cookie, deployment: live.deployment };
    const writing: Writing = { acknowledged: new Map(), retries: 0, doubles: 0, faults: [] };
    let databaseKills = 0;
    let webKills = 0;
    const enough = () => writing.acknowledged.size >= writes && databaseKills >= kills;
    const writers = Array.from({ length: WRITERS }, () => keepWriting(door, writing, enough));
    while (databaseKills < kills) {
      const goal = ((databaseKills + 1) * writes) / (kills + 1);
      while (writing.acknowledged.size < goal) {
        if (writing.faults.length > HOPELESS)
          throw new Error(`nothing is kept any more: ${writing.faults[0]}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await killDatabase(database.cluster);
      databaseKills += 1;
      if (webKills >= kills - 1) continue;
      server = await killWeb(server, options);
      webKills += 1;
    }
    await Promise.all(writers);
    const found = await look(database, writing.acknowledged);
    return { writing, found, databaseKills, webKills, cuts: proxy.cuts() };
  } finally {
    proxy.close();
    server.child.kill("SIGKILL");
    database.remove();
  }
}

const said = ({ writing, found, databaseKills, webKills, cuts }: Outcome) =>
  `${writing.acknowledged.size} acknowledged writes (${writing.doubles} sent twice at once, ${writing.retries} sent again) under ${databaseKills} kills of the database, ` +
  `${webKills} of the server and ${cuts} cut answers: ${found.lost} lost, ${found.doubled} doubled, ${found.unaudited} without audit, ` +
  `${found.totals} wrong totals, ${found.chains} broken chains, ${writing.faults.length} faults${writing.faults[0] ? ` (${writing.faults[0]})` : ""}`;

export async function nothingLostRow(): Promise<Row> {
  await ensureBuilt(() => console.log("Building …"));
  const outcome = await attempt({ settings: [], writes: ENOUGH, kills: KILLS });
  const { found, writing } = outcome;
  const kept =
    Object.values(found).every((count) => count === 0) &&
    writing.faults.length === 0 &&
    writing.acknowledged.size >= ENOUGH;
  return { promise: "Nothing lost", said: said(outcome), kept };
}

/** The same on a database that acknowledges before it has written: this must lose, or the test above looks at nothing. */
export async function controlRow(): Promise<Row> {
  const settings = ["synchronous_commit=off", "wal_writer_delay=10s", "wal_writer_flush_after=1GB"];
  const outcome = await attempt({ settings, writes: Math.min(ENOUGH, 400), kills: 2 });
  return {
    promise: "… its control",
    said: `synchronous_commit=off: ${outcome.found.lost} of ${outcome.writing.acknowledged.size} lost, as it must`,
    kept: outcome.found.lost > 0,
  };
}
