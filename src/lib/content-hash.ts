import { createHash } from "node:crypto";
import { canonical } from "./canonical.ts";

/** SHA-256 of a row's content, hex. */
export function hashOf(row: unknown): string {
  return createHash("sha256").update(canonical(row)).digest("hex");
}
