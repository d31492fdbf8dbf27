import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { databaseAccount, mayEnter } from "./postgres/account.ts";
import { SHARED_HOME } from "./postgres/binaries.ts";
import { type Cluster, describeCluster } from "./postgres/cluster.ts";
import { ROOT } from "./process.ts";

/** What this installation keeps for itself, ignored by git: passwords, the demonstration database, who is running. */
export const FOLDER = path.join(ROOT, ".muster");

export function ensureFolder(): void {
  // Others may walk through, not look: the database's account must reach its data below it.
  fs.mkdirSync(FOLDER, { recursive: true, mode: 0o711 });
}

/** A secret that is made once, kept readable to its owner alone, and the same at every later start. */
export function keptSecret(name: string, make: () => string): string {
  const file = path.join(FOLDER, name);
  if (fs.existsSync(file)) return fs.readFileSync(file, "utf8").trim();
  ensureFolder();
  const secret = make();
  fs.writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

/** Where the bundled database keeps its files: in the project, or where its account can reach them. */
export function databaseHome(): string {
  if (mayEnter(databaseAccount(), ROOT)) return path.join(FOLDER, "postgres");
  const project = crypto.createHash("sha256").update(ROOT).digest("hex").slice(0, 12);
  return path.join(SHARED_HOME, project);
}

export function ownCluster(log: (line: string) => void): Cluster {
  ensureFolder();
  const home = databaseHome();
  if (!home.startsWith(ROOT)) {
    log(
      `The database's account (${databaseAccount().name}) cannot enter ${ROOT}: the data are kept in ${home}`,
    );
    fs.mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 });
  }
  return describeCluster({ home, secrets: path.join(FOLDER, "postgres.json"), durable: true, log });
}
