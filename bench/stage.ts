import type { ChildProcess } from "node:child_process";
import crypto from "node:crypto";
import net from "node:net";
import { readWorldWords, seedWorld } from "../prisma/seed/world.ts";
import { WORLD_LEADERSHIP } from "../prisma/seed/world/shape.ts";
import { ensureBuilt, ensureClient } from "../scripts/fresh.ts";
import { migrateDatabase } from "../scripts/migration.ts";
import { withClient } from "../scripts/postgres/roles.ts";
import { Refusal, startNode } from "../scripts/process.ts";
import { makePassword, webEnvironment } from "../scripts/settings.ts";
import { type Throwaway, throwawayDatabase } from "../scripts/throwaway.ts";
import { startWeb } from "../scripts/web-server.ts";
import { type LiveOperation, liveOperation } from "./ground.ts";
import { signIn } from "./sign-in.ts";

/** What every question is asked on: one database with the world, the application and the floor over it. */
export type Stage = {
  database: Throwaway;
  quick: boolean;
  /** Addresses of the application in its production build, and of the floor. */
  app: string;
  floor: string;
  operations: number;
  live: LiveOperation;
  /** Cookies of leadership, who reads everything, and of the liaison of the live operation. */
  reader: string;
  writer: string;
  password: string;
  close: () => void;
};

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const SIZES = {
  full: ["--returns", "500000", "--matches", "200000", "--lines", "10"],
  quick: ["--returns", "50000", "--matches", "20000"],
};

/** A database that keeps its promises over a crash, as a real one does, with the memory a server would give it. */
const SETTINGS = ["shared_buffers=1GB", "work_mem=32MB", "max_connections=200", "jit=off"];

export async function openStage({ quick, words }: { quick: boolean; words: string[] }): Promise<Stage> {
  if (await ensureClient()) console.log("Generated the database client.");
  await ensureBuilt(() => console.log("Building …"));
  const database = await throwawayDatabase({ durable: true, settings: SETTINGS });
  await migrateDatabase(database.ownerUrl, database.appUrl, () => undefined);
  const password = makePassword();
  const shape = readWorldWords([...(quick ? SIZES.quick : SIZES.full), ...words]);
  const began = performance.now();
  const made = await withClient(database.ownerUrl, (owner) => seedWorld(owner, shape, password));
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `World: ${made.operations} operations, ${shape.returns} returns, ${made.tallies} tallies, ${shape.matches} matches (seed ${shape.seed}); ` +
      `${made.rows} rows in ${seconds.toFixed(0)} s, ${Math.round(made.rows / seconds)} rows/s`,
  );
  const children: ChildProcess[] = [];
  const floor = await startFloor(database.superUrl, children);
  const app = await startApplication(database.appUrl, children);
  const live = await withClient(database.ownerUrl, liveOperation);
  const reader = await signIn(app, WORLD_LEADERSHIP, password);
  const writer = await signIn(app, live.account, password);
  const close = () => {
    for (const child of children) child.kill("SIGTERM");
    database.remove();
  };
  const urls = { app, floor, reader, writer, password };
  return { database, quick, operations: made.operations, live, close, ...urls };
}

async function startFloor(databaseUrl: string, children: ChildProcess[]): Promise<string> {
  const port = await freePort();
  const env = { ...process.env, FLOOR_DATABASE_URL: databaseUrl, PORT: String(port) };
  children.push(startNode(["bench/floor.ts"], { env }));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await fetch(url).catch(() => null);
    if (answered) return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Refusal("The floor server did not start.");
}

async function startApplication(appUrl: string, children: ChildProcess[]): Promise<string> {
  const port = await freePort();
  const settings = { host: "127.0.0.1", port, demo: false };
  const sessionSecret = crypto.randomBytes(32).toString("base64url");
  const env = { ...webEnvironment({ ...settings, sessionSecret }, appUrl), LOG_LEVEL: "warn" };
  const { url, child } = await startWeb({ mode: "start", host: settings.host, port, env });
  children.push(child);
  return url;
}
