import fs from "node:fs";
import path from "node:path";
import { ensureFolder, FOLDER } from "./muster-folder.ts";
import { isGone } from "./postgres/liveness.ts";

/** Who serves this folder. `url` is empty while it is still starting. */
export type RunningServer = { pid: number; born: string; url: string; leaving?: boolean };

const FILE = path.join(FOLDER, "server.json");

/** Tells a process from a later one with the same number. Empty where the system does not say. */
function birthOf(pid: number): string {
  if (process.platform !== "linux") return "";
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** The Muster that runs in this folder, if one does; what a killed one left behind does not count. */
export function runningServer(): RunningServer | undefined {
  if (!fs.existsSync(FILE)) return undefined;
  try {
    const server = JSON.parse(fs.readFileSync(FILE, "utf8")) as RunningServer;
    return isGone(server.pid) || birthOf(server.pid) !== server.born ? undefined : server;
  } catch {
    return undefined;
  }
}

function write(server: Pick<RunningServer, "url" | "leaving">, flag: "w" | "wx" = "w"): void {
  fs.writeFileSync(FILE, JSON.stringify({ pid: process.pid, born: birthOf(process.pid), ...server }), {
    flag,
  });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One that is on its way out, or lost its terminal a moment ago, is waited for; one that stays is answered. */
async function whoStays(): Promise<RunningServer | undefined> {
  if (runningServer()) await pause(800);
  for (let turns = 0; turns < 100 && runningServer()?.leaving; turns++) await pause(300);
  return runningServer();
}

/** Takes this folder for this process; answers who has it if someone does. */
export async function claimFolder(): Promise<RunningServer | undefined> {
  ensureFolder();
  const other = await whoStays();
  if (other) return other;
  fs.rmSync(FILE, { force: true });
  try {
    write({ url: "" }, "wx");
    return undefined;
  } catch {
    return runningServer();
  }
}

const isMine = () => runningServer()?.pid === process.pid;

export function announceServer(url: string): void {
  write({ url });
}

/** Says that this process is going, before it takes its time to do so. */
export function announceLeaving(): void {
  const mine = runningServer();
  if (mine && isMine()) write({ url: mine.url, leaving: true });
}

export function releaseFolder(): void {
  if (isMine()) fs.rmSync(FILE, { force: true });
}
