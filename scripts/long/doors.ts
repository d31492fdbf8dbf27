import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { freePort } from "../../bench/stage.ts";
import { ensureBuilt } from "../fresh.ts";
import { ROOT } from "../process.ts";
import type { Row } from "./card.ts";

type Started = { words: () => string; end: Promise<number>; kill: (signal: NodeJS.Signals) => void };

/** A copy of this project as somebody else would have it, with the packages and the build of this one. */
function copyProject(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "muster-doors-"));
  fs.chmodSync(folder, 0o755);
  const listed = spawnSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" });
  for (const file of listed.stdout.split("\n").filter(Boolean)) {
    if (!fs.existsSync(path.join(ROOT, file))) continue;
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.copyFileSync(path.join(ROOT, file), path.join(folder, file));
  }
  fs.symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  fs.cpSync(path.join(ROOT, "src/generated"), path.join(folder, "src/generated"), { recursive: true });
  fs.cpSync(path.join(ROOT, ".next"), path.join(folder, ".next"), {
    recursive: true,
    filter: (from) => !/\.next\/(cache|dev)(\/|$)/.test(from),
  });
  return folder;
}

function start(folder: string, port: number): Started {
  const { DATABASE_URL: _app, MIGRATION_DATABASE_URL: _owner, ...rest } = process.env;
  const child = spawn(process.execPath, ["scripts/boot.mjs", "start"], {
    cwd: folder,
    env: { ...rest, PORT: String(port), MUSTER_DEMO: "0", npm_lifecycle_event: "" },
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (words += chunk));
  const end = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  return { words: () => words, end, kill: (signal) => child.kill(signal) };
}

async function says(started: Started, sentence: string): Promise<boolean> {
  let ended = false;
  void started.end.then(() => (ended = true));
  for (let tries = 0; tries < 600 && !started.words().includes(sentence) && !ended; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 300));
  return started.words().includes(sentence);
}

/** Occupies a port while `work` runs. */
async function taken<T>(port: number, work: () => Promise<T>): Promise<T> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  try {
    return await work();
  } finally {
    server.close();
  }
}

/** npm start in a folder of its own: starts, answers a second one, refuses a taken port, starts again after kill -9, and ends. */
async function walk(folder: string): Promise<[string, boolean][]> {
  const port = await freePort();
  const steps: [string, boolean][] = [];
  const running = `Muster is running at http://127.0.0.1:${port}`;
  const first = start(folder, port);
  steps.push(["starts", await says(first, running)]);
  const second = start(folder, port);
  const answered = (await second.end) === 0 && second.words().includes("already running at");
  steps.push(["a second start says where it runs", answered]);
  first.kill("SIGKILL");
  await first.end;
  const again = start(folder, port);
  steps.push(["starts again after kill -9", await says(again, running)]);
  again.kill("SIGTERM");
  steps.push(["ends when asked", (await again.end) === 0]);
  const refused = await taken(port, async () => {
    const third = start(folder, port);
    return (await third.end) === 1 && third.words().includes(`Port ${port} on 127.0.0.1 is taken`);
  });
  steps.push(["says so when the port is taken", refused]);
  const last = start(folder, port);
  steps.push(["starts again afterwards", await says(last, running)]);
  last.kill("SIGINT");
  steps.push(["ends with Ctrl-C", (await last.end) === 0]);
  return steps;
}

export async function doorsRow(): Promise<Row> {
  await ensureBuilt(() => console.log("Building …"));
  const folder = copyProject();
  try {
    const steps = await walk(folder);
    const failed = steps.filter(([, done]) => !done).map(([step]) => step);
    const said = failed.length === 0 ? "all as written" : `not as written: ${failed.join(", ")}`;
    return {
      promise: "Doors",
      said: `${steps.length} steps of npm start, ${said}`,
      kept: failed.length === 0,
    };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
