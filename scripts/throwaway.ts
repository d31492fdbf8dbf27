import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Cluster, describeCluster, readSecrets, startCluster, stopCluster } from "./postgres/cluster.ts";
import { isGone } from "./postgres/liveness.ts";
import { provision, type Urls, urlsOf } from "./postgres/roles.ts";

const PREFIX = "muster-throwaway-";

function clusterIn(folder: string): Cluster {
  const home = path.join(folder, "postgres");
  return describeCluster({ home, secrets: path.join(folder, "postgres.json"), durable: false });
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

export type Throwaway = Urls & { secrets: ReturnType<typeof readSecrets>; remove: () => void };

/** A fresh PostgreSQL that forgets nothing but keeps nothing (fsync off), for tests and trials. */
export async function throwawayDatabase(): Promise<Throwaway> {
  sweep();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  fs.chmodSync(folder, 0o711);
  const cluster = clusterIn(folder);
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
  return { ...urlsOf(secrets), secrets, remove: leave };
}
