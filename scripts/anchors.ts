import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { takeAnchor } from "#server/anchor.ts";
import { FOLDER, keptSecret } from "./muster-folder.ts";
import { withClient } from "./postgres/roles.ts";

const DAY_MS = 86_400_000;

/** Signed heads of the audit chains lie here, outside the database; copy them to another machine. */
export function anchorFolder(): string {
  const folder = process.env.AUDIT_ANCHOR_FOLDER ?? path.join(FOLDER, "anchors");
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export function anchorKey(): string {
  return (
    process.env.AUDIT_ANCHOR_KEY ??
    keptSecret("audit-anchor-key", () => crypto.randomBytes(32).toString("hex"))
  );
}

/** The newest anchor's file, or undefined before the first. */
export function latestAnchor(): string | undefined {
  const name = fs
    .readdirSync(anchorFolder())
    .filter((file) => file.endsWith(".json"))
    .sort()
    .at(-1);
  return name === undefined ? undefined : path.join(anchorFolder(), name);
}

/** Writes the heads as they are now; answers the file. */
export async function keepAnchor(ownerUrl: string): Promise<string> {
  const now = new Date();
  const anchor = await withClient(ownerUrl, (client) => takeAnchor(client, anchorKey(), now));
  const file = path.join(anchorFolder(), `${now.toISOString().replaceAll(":", "-")}.json`);
  fs.writeFileSync(file, JSON.stringify(anchor), { mode: 0o600 });
  return file;
}

/** One anchor now and one every day while the process lives; a failure is said and tried again the next day. */
export async function keepAnchors(ownerUrl: string, say: (line: string) => void): Promise<void> {
  const keep = () =>
    keepAnchor(ownerUrl).then(
      () => undefined,
      (error: unknown) => say(`The audit anchor could not be written: ${String(error)}`),
    );
  await keep();
  setInterval(() => void keep(), DAY_MS).unref();
}
