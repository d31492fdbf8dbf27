import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { exitOf, Refusal, ROOT, runNode, startNode } from "./process.ts";

const GENERATED = path.join(ROOT, "src/generated");
const TEST = /\.test\.tsx?$/; // a changed test needs no new build
const NEXT = path.join(ROOT, ".next");

/** SHA-256 over names and contents of files and folders (relative to the project), and over further words. */
export function fingerprint(paths: string[], words: string[] = []): string {
  const hash = createHash("sha256");
  for (const start of paths) {
    const full = path.join(ROOT, start);
    if (!fs.existsSync(full)) continue;
    const files = fs.statSync(full).isDirectory()
      ? fs
          .readdirSync(full, { recursive: true, withFileTypes: true })
          .filter(
            (entry) => entry.isFile() && !TEST.test(entry.name) && !entry.parentPath.startsWith(GENERATED),
          )
          .map((entry) => path.join(entry.parentPath, entry.name))
      : [full];
    for (const file of files.sort())
      hash.update(`${path.relative(ROOT, file)}\0`).update(fs.readFileSync(file));
  }
  for (const word of words) hash.update(`\0${word}`);
  return hash.digest("hex");
}

function readStamp(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
}

const modelsPrint = () => fingerprint(["prisma/schema.prisma", "prisma/models", "package-lock.json"]);

/** Writes the database client from the models. Works offline: `generate` never starts the native engine it looks for. */
export async function generateClient(): Promise<void> {
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const stdio = ["ignore", "ignore", "pipe"] as const;
  const prisma = ["node_modules/prisma/build/index.js", "generate", "--no-hints"];
  const child = startNode(prisma, { env, stdio: [...stdio] });
  let words = "";
  child.stderr?.on("data", (chunk: Buffer) => (words += chunk.toString()));
  if ((await exitOf(child)) !== 0) {
    throw new Refusal(`The database client could not be generated from prisma/models: ${words.trim()}`);
  }
  fs.writeFileSync(path.join(GENERATED, "models.sha256"), modelsPrint());
}

/** The same, unless the models are those it was generated from. Answers whether it had to work. */
export async function ensureClient(): Promise<boolean> {
  if (
    fs.existsSync(path.join(GENERATED, "prisma/client.ts")) &&
    readStamp(path.join(GENERATED, "models.sha256")) === modelsPrint()
  )
    return false;
  await generateClient();
  return true;
}

function sourcesPrint(): string {
  const publicWords = Object.entries(process.env)
    .filter(([name]) => name.startsWith("NEXT_PUBLIC_"))
    .map(([name, value]) => `${name}=${value}`);
  const paths = [
    "src",
    "public",
    "prisma/schema.prisma",
    "prisma/models",
    "next.config.js",
    "tsconfig.json",
    "package.json",
    "package-lock.json",
  ];
  return fingerprint(paths, [process.version, ...publicWords.sort()]);
}

/** Builds the production application into .next. */
export async function buildApplication(): Promise<void> {
  const print = sourcesPrint();
  fs.rmSync(path.join(NEXT, "sources.sha256"), { force: true });
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const code = await runNode(["node_modules/next/dist/bin/next", "build"], { env });
  if (code !== 0) throw new Refusal("The build failed; the compiler's message is above.");
  fs.writeFileSync(path.join(NEXT, "sources.sha256"), print);
}

/** The same, unless .next was built from exactly these sources. Answers whether it had to work. */
export async function ensureBuilt(announce: () => void = () => undefined): Promise<boolean> {
  if (
    fs.existsSync(path.join(NEXT, "BUILD_ID")) &&
    readStamp(path.join(NEXT, "sources.sha256")) === sourcesPrint()
  )
    return false;
  announce();
  await buildApplication();
  return true;
}
