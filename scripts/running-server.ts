import fs from "node:fs";
import path from "node:path";
import { ensureFolder, FOLDER } from "./muster-folder.ts";
import { isGone } from "./postgres/liveness.ts";

/** Who serves this folder. `url` is empty while it is still starting. */
export type RunningServer = { pid: number; born: string; url: string };

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

/** Takes this folder for this process; answers who has it if someone does. */
export function claimFolder(): RunningServer | undefined {
  ensureFolder();
  const other = runningServer();
  if (other && other.pid !== process.pid) return other;
  fs.rmSync(FILE, { force: true });
  try {
    fs.writeFileSync(FILE, JSON.stringify({ pid: process.pid, born: birthOf(process.pid), url: "" }), {
      flag: "wx",
    });
    return undefined;
  } catch {
    return runningServer();
  }
}

export function announceServer(url: string): void {
  fs.writeFileSync(FILE, JSON.stringify({ pid: process.pid, born: birthOf(process.pid), url }));
}

export function releaseFolder(): void {
  if (runningServer()?.pid === process.pid) fs.rmSync(FILE, { force: true });
}
