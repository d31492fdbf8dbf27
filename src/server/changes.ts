import "server-only";
import pg from "pg";
import { z } from "zod";
import { log } from "./log.ts";

/** What changed, as far as a hint goes: the audited entity, its country (null: none) and its operation (null: none). */
export type Change = { entity: string; country: string | null; operationId: string | null };
/** "much": more than a hint can list, or a gap in listening; whoever hears it asks for everything again. */
export type Heard = Change[] | "much";
type Listener = (heard: Heard) => void;

const CHANNEL = "muster_changes";
const RETRY_MS = [250, 1_000, 3_000, 10_000];
const wire = z.union([
  z.literal("much"),
  z.array(z.tuple([z.string(), z.string(), z.string().nullable()])).min(1),
]);

/** Reads one notification of the database; "much" for what it does not understand. */
export function readHint(payload: string): Heard {
  try {
    const hint = wire.parse(JSON.parse(payload));
    if (hint === "much") return hint;
    return hint.map(([entity, chain, operationId]) => ({
      entity,
      country: /^[A-Z]{2}$/.test(chain) ? chain : null,
      operationId,
    }));
  } catch {
    return "much";
  }
}

export type Changes = { listen: (listener: Listener) => () => void; close: () => Promise<void> };

/** One LISTEN connection on this database, shared by all listeners; it comes back by itself when the database was away. */
export function openChanges(databaseUrl: string): Changes {
  const listeners = new Set<Listener>();
  let connection: pg.Client | undefined;
  let closed = false;
  let failures = 0;
  const tell = (heard: Heard) => listeners.forEach((listener) => listener(heard));

  async function connect(): Promise<void> {
    const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
    let lost = false;
    const onLost = () => {
      if (lost) return;
      lost = true;
      if (connection === client) connection = undefined;
      void client.end().catch(() => undefined);
      later();
    };
    client.on("error", onLost);
    client.on("end", onLost);
    client.on("notification", ({ payload }) => tell(readHint(payload ?? "")));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      connection = client;
      // Whatever happened while nobody listened is unknown.
      if (failures > 0) tell("much");
      failures = 0;
    } catch (error) {
      if (failures === 0) log.warn({ err: error }, "not listening for changes");
      onLost();
    }
  }

  function later(): void {
    if (closed) return;
    const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)];
    failures += 1;
    setTimeout(() => void connect(), wait).unref();
  }

  const ready = connect();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      await ready;
      await connection?.end();
    },
  };
}

const held = globalThis as unknown as { musterChanges?: Changes };

/** The process's one ear on DATABASE_URL, opened when the first page listens. */
export function changes(): Changes {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  return (held.musterChanges ??= openChanges(url));
}
