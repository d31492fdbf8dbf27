import { createHash } from "node:crypto";

/** JSON with sorted keys and without absent values: two rows that say the same have the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null);
    const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** SHA-256 of a row's content, hex. */
export function hashOf(row: unknown): string {
  return createHash("sha256").update(canonical(row)).digest("hex");
}

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
