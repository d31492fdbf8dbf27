import { createHash } from "node:crypto";
import { canonical } from "#lib/canonical.ts";

/** An id that follows from what it names, so that importing the same content twice makes the same rows. */
export function derivedId(...parts: readonly string[]): string {
  const hex = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Paths at which two rows differ ("checks.0.value"), in reading order. */
export function differingFields(before: unknown, after: unknown, path = ""): string[] {
  if (canonical(before) === canonical(after)) return [];
  if (isBranch(before) && isBranch(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      differingFields(before[key], after[key], path === "" ? key : `${path}.${key}`),
    );
  }
  return [path];
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object";
}
