import { spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { Refusal } from "../process.ts";
import { type Account, databaseAccount, ownFolder } from "./account.ts";
import { type Binaries, locateBinaries } from "./binaries.ts";
import { isGone } from "./liveness.ts";

/** A PostgreSQL server of our own: `home` holds its data and its log, `secrets` (0600) its port and passwords. */
export type Cluster = {
  home: string;
  secrets: string;
  durable: boolean;
  /** Settings beyond our own, such as "shared_buffers=1GB". */
  settings: string[];
  account: Account;
  binaries: Binaries;
};

export type Secrets = { port: number; superuser: string; owner: string; app: string };

export type ClusterOptions = {
  home: string;
  secrets: string;
  durable: boolean;
  settings?: string[];
  log?: (line: string) => void;
};

export function describeCluster(options: ClusterOptions): Cluster {
  const account = databaseAccount();
  const { home, secrets, durable, settings = [] } = options;
  const binaries = locateBinaries(account, options.log ?? console.log);
  return { home, secrets, durable, settings, account, binaries };
}

const dataOf = (cluster: Cluster) => path.join(cluster.home, "data");
const logOf = (cluster: Cluster) => path.join(cluster.home, "postgres.log");

export function readSecrets(cluster: Cluster): Secrets {
  return JSON.parse(fs.readFileSync(cluster.secrets, "utf8")) as Secrets;
}

function writeSecrets(cluster: Cluster, secrets: Secrets): void {
  fs.writeFileSync(cluster.secrets, JSON.stringify(secrets), { mode: 0o600 });
}

function run(cluster: Cluster, program: keyof Binaries, args: string[]) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  const env = { ...Object.fromEntries(own), LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
  const { uid, gid } = cluster.account;
  const who = uid === undefined ? {} : { uid, gid };
  const result = spawnSync(cluster.binaries[program], args, {
    ...who,
    env,
    cwd: cluster.home,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (result.error) throw result.error;
  return result;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer().once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** Whether the server answers to its folder. A killed postmaster that nobody reaped counts as gone. */
export function isRunning(cluster: Cluster): boolean {
  const pidFile = path.join(dataOf(cluster), "postmaster.pid");
  if (!fs.existsSync(pidFile)) return false;
  if (isGone(Number(fs.readFileSync(pidFile, "utf8").split("\n")[0]))) {
    fs.rmSync(pidFile, { force: true });
    return false;
  }
  return run(cluster, "pgCtl", ["status", "-D", dataOf(cluster)]).status === 0;
}

async function initialise(cluster: Cluster): Promise<void> {
  const data = dataOf(cluster);
  fs.rmSync(data, { recursive: true, force: true });
  const word = () => crypto.randomBytes(24).toString("base64url");
  const secrets = { port: await freePort(), superuser: word(), owner: word(), app: word() };
  ownFolder(cluster.account, cluster.home);
  const passwordFile = path.join(cluster.home, ".pw");
  fs.writeFileSync(passwordFile, `${secrets.superuser}\n`, { mode: 0o600 });
  if (cluster.account.uid !== undefined)
    fs.chownSync(passwordFile, cluster.account.uid, cluster.account.gid ?? 0);
  const args = [
    "-D",
    data,
    "-U",
    "postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
  ];
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const made = run(cluster, "initdb", [...args, ...locale, ...(cluster.durable ? [] : ["--no-sync"])]);
  fs.rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    fs.rmSync(data, { recursive: true, force: true });
    throw new Refusal(`The database could not be created in ${data}: ${made.stderr.trim()}`);
  }
  writeSecrets(cluster, secrets);
}

function startOptions(cluster: Cluster, port: number): string {
  const hasty = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=''",
    "timezone=UTC",
    "log_timezone=UTC",
  ];
  const all = [...settings, ...(cluster.durable ? [] : hasty), ...cluster.settings];
  return [`-p ${port}`, ...all.map((setting) => `-c ${setting}`)].join(" ");
}

function startOnce(cluster: Cluster, port: number): string {
  const args = ["start", "-w", "-t", "300", "-s", "-D", dataOf(cluster), "-l", logOf(cluster)];
  const started = run(cluster, "pgCtl", [...args, "-o", startOptions(cluster, port)]);
  if (started.status === 0) return "";
  const tail = fs.existsSync(logOf(cluster))
    ? fs.readFileSync(logOf(cluster), "utf8").trim().split("\n").slice(-6)
    : [];
  return [started.stderr.trim(), ...tail].join("\n");
}

function refuseForeignFolder(cluster: Cluster): void {
  const stat = fs.statSync(dataOf(cluster), { throwIfNoEntry: false });
  const mine = cluster.account.uid ?? process.getuid?.();
  if (stat && mine !== undefined && stat.uid !== mine) {
    throw new Refusal(
      `The database in ${dataOf(cluster)} belongs to another user: start as the user who created it, or remove ${cluster.home}.`,
    );
  }
}

/** Creates the server's files if there are none and starts it unless it runs. Answers whether it had to start. */
export async function startCluster(cluster: Cluster): Promise<boolean> {
  refuseForeignFolder(cluster);
  if (!fs.existsSync(path.join(dataOf(cluster), "PG_VERSION"))) await initialise(cluster);
  if (!fs.existsSync(cluster.secrets)) {
    throw new Refusal(
      `The passwords of the database in ${cluster.home} are missing (${cluster.secrets}): put them back, or start over with npm run db:reset -- --demo.`,
    );
  }
  if (isRunning(cluster) && !(await isFree(readSecrets(cluster).port))) return false;
  let failure = "";
  // A server killed a moment ago still counts as running, and its orphans hold its shared memory for some seconds.
  for (let attempt = 0; attempt < 15; attempt++) {
    if (!isRunning(cluster)) {
      failure = startOnce(cluster, await keptPort(cluster));
      if (!failure) return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Refusal(`The database in ${cluster.home} did not start: ${failure}`);
}

/** The port of last time, so that connection strings stay true, unless another program took it. */
async function keptPort(cluster: Cluster): Promise<number> {
  const secrets = readSecrets(cluster);
  if (await isFree(secrets.port)) return secrets.port;
  const port = await freePort();
  writeSecrets(cluster, { ...secrets, port });
  return port;
}

export function stopCluster(cluster: Cluster, mode: "fast" | "immediate" = "fast"): void {
  if (isRunning(cluster))
    run(cluster, "pgCtl", ["stop", "-w", "-t", "60", "-m", mode, "-D", dataOf(cluster)]);
}
