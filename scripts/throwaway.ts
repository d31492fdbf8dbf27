import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Cluster, describeCluster, readSecrets, startCluster, stopCluster } from "./postgres/cluster.ts";
import { isGone } from "./postgres/liveness.ts";
import { provision, type Urls, urlsOf } from "./postgres/roles.ts";

const PREFIX = "muster-throwaway-";

/** `durable` keeps its promises over a crash, as a real installation does; `settings` are PostgreSQL's own. */
export type ThrowawayOptions = { durable?: boolean; settings?: string[] };

function clusterIn(folder: string, { durable = false, settings = [] }: ThrowawayOptions = {}): Cluster {
  const home = path.join(folder, "postgres");
  return describeCluster({ home, secrets: path.join(folder, "postgres.json"), durable, settings });
}

function remove(folder: string): void {
  if (fs.existsSync(path.join(folder, "postgres"))) stopCluster(clusterIn(folder), "immediate");
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Those that a killed test run left behind. */
function sweep(): void {
  for (const name of fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split("-")[0]);
    try {
      if (isGone(pid)) remove(path.join(os.tmpdir(), name));
    } catch {
      // Another user's: not ours to remove.
    }
  }
}

export type Throwaway = Urls & {
  secrets: ReturnType<typeof readSecrets>;
  cluster: Cluster;
  remove: () => void;
};

/** A fresh PostgreSQL for tests and trials; without `durable` it is quick because it never waits for the disk. */
export async function throwawayDatabase(options: ThrowawayOptions = {}): Promise<Throwaway> {
  sweep();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  fs.chmodSync(folder, 0o711);
  const cluster = clusterIn(folder, options);
  const leave = () => {
    process.off("exit", leave);
    remove(folder);
  };
  process.once("exit", leave); // also when the run is cut off
  try {
    await startCluster(cluster);
    await provision(cluster);
  } catch (error) {
    leave();
    throw error;
  }
  const secrets = readSecrets(cluster);
  return { ...urlsOf(secrets), secrets, cluster, remove: leave };
}
