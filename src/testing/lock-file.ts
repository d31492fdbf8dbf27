import { readFileSync } from "node:fs";

type Package = {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
};
export type LockFile = { lockfileVersion: number; packages: Record<string, Package> };

export const readLockFile = (): LockFile => JSON.parse(readFileSync("package-lock.json", "utf8")) as LockFile;

/** Where Node would find `name` for the package at `from`; undefined when the lock file has none. */
function findPackage(lock: LockFile, from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf("/node_modules/"), 0))) {
    const path = `${at ? `${at}/` : ""}node_modules/${name}`;
    if (lock.packages[path]) return path;
    if (at === "") return undefined;
  }
}

/** Dependencies that `npm ci` would call missing: named by a package, nowhere in the lock file. */
export function missingPackages(lock: LockFile): string[] {
  return Object.entries(lock.packages).flatMap(([path, one]) => {
    const needed = Object.keys(one.peerDependencies ?? {}).filter(
      (name) => !one.peerDependenciesMeta?.[name]?.optional,
    );
    const named = [one.dependencies, one.optionalDependencies, path === "" ? one.devDependencies : {}];
    return [...named.flatMap((group) => Object.keys(group ?? {})), ...needed]
      .filter((name) => findPackage(lock, path, name) === undefined)
      .map((name) => `${path || "package.json"} → ${name}`);
  });
}

/** Whether `version` is `floor` or newer. Both are plain x.y.z; a prerelease of the floor is older than it. */
export function isAtLeast(version: string, floor: string): boolean {
  const [plain = "", prerelease] = version.split("-", 2);
  const [have, want] = [plain, floor].map((text) => text.split(".").map(Number));
  for (const at of [0, 1, 2]) {
    const difference = (have?.[at] ?? 0) - (want?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return prerelease === undefined;
}

/** Every installed version of a package, nested copies too. */
export const versionsOf = (lock: LockFile, name: string): string[] =>
  Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, one]) => one.version ?? "");
