import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { type Cluster, startCluster } from "../postgres/cluster.ts";
import { exitOf } from "../process.ts";
import { startWeb, type WebOptions, type WebServer } from "../web-server.ts";

/** The postmaster and everything it started, at once and without a word, as when the power goes. */
export async function killDatabase(cluster: Cluster): Promise<void> {
  const file = path.join(cluster.home, "data/postmaster.pid");
  const postmaster = Number(fs.readFileSync(file, "utf8").split("\n")[0]);
  const all = execFileSync("ps", ["-e", "-o", "pid=,ppid="], { encoding: "utf8" });
  const children = all
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === postmaster)
    .map(([pid]) => pid ?? 0);
  for (const pid of [postmaster, ...children]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Gone by itself in the meantime.
    }
  }
  await startCluster(cluster);
}

export async function killWeb(server: WebServer, options: WebOptions): Promise<WebServer> {
  const end = exitOf(server.child);
  server.child.kill("SIGKILL");
  await end;
  return startWeb(options);
}
