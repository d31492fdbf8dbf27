import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Refusal } from "./process.ts";

/** A browser and the libraries it needs beside it, when the machine has none of its own. */
export type Chromium = { path: string; libraries?: string };

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

function runs(program: string, libraries?: string): boolean {
  const env = { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) };
  return spawnSync(program, ["--version"], { env, timeout: 20_000 }).status === 0;
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const places = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...places, MAC].find((place) => fs.existsSync(place) && runs(place));
}

/** The npm package carries a compressed browser and, for bare machines, its system libraries. */
async function unpacked(): Promise<Chromium | undefined> {
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  // A folder of this user: what another user unpacked cannot be run.
  const folder = path.join(os.tmpdir(), `muster-chromium-${os.userInfo().uid}`);
  fs.mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x"; // the package's only switch to unpack the libraries too
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    const program = await packaged.executablePath();
    if (runs(program)) return { path: program };
    const libraries = path.join(folder, "al2023/lib");
    return runs(program, libraries) ? { path: program, libraries } : undefined;
  } finally {
    restore({ TMPDIR, AWS_EXECUTION_ENV });
  }
}

function restore(values: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

/** CHROMIUM_PATH, else the machine's Chromium or Chrome, else the one from npm. */
export async function findChromium(): Promise<Chromium> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (runs(given)) return { path: given };
    throw new Refusal(`CHROMIUM_PATH (${given}) does not run.`);
  }
  const own = installed();
  if (own) return { path: own };
  const fetched = await unpacked().catch(() => undefined);
  if (fetched) return fetched;
  throw new Refusal("No Chromium was found: install one, or name it in CHROMIUM_PATH.");
}
