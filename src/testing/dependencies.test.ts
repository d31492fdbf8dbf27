import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { leaksIn } from "#testing/leaks.ts";
import { isAtLeast, missingPackages, readLockFile, versionsOf } from "#testing/lock-file.ts";
import { readSources } from "#testing/modules.ts";

const lock = readLockFile();
const declared = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, Record<string, string>>;

/** Releases below these have known holes; `npm audit` does not answer on a closed network. */
const FLOORS = { next: "16.3.3", "next-auth": "4.24.15", "@trpc/server": "11.8.0" };
const FORBIDDEN = ["xlsx", "exceljs"];

describe("dependencies", () => {
  it.each(Object.entries(FLOORS))("%s is at least %s, every copy of it", (name, floor) => {
    const versions = versionsOf(lock, name);
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  it("are pinned to exact versions", () => {
    const all = ["dependencies", "devDependencies", "optionalDependencies"].flatMap((group) =>
      Object.entries(declared[group] ?? {}),
    );
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it("are all in the lock file, at the version package.json names", () => {
    expect(missingPackages(lock)).toEqual([]);
    const wanted = {
      ...declared.dependencies,
      ...declared.devDependencies,
      ...declared.optionalDependencies,
    };
    const other = Object.entries(wanted).filter(
      ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
    );
    expect(other).toEqual([]);
  });

  it("come with a checksum and without the address of one registry", () => {
    const installed = Object.entries(lock.packages).filter(([path, one]) => path !== "" && !one.link);
    expect(installed.filter(([, one]) => !one.integrity).map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, one]) => one.resolved).map(([path]) => path)).toEqual([]);
  });

  it("move in families", () => {
    const families = [
      /^@trpc\//,
      /^@mantine\//,
      /^(prisma|@prisma\/(client|adapter-pg|driver-adapter-utils))$/,
    ];
    const wanted = Object.entries({ ...declared.dependencies, ...declared.devDependencies });
    for (const family of families) {
      const versions = wanted.filter(([name]) => family.test(name)).map(([, version]) => version);
      expect(new Set(versions).size).toBe(1);
    }
  });

  it("hold none that are unsafe on hostile files", () => {
    expect(FORBIDDEN.flatMap((name) => versionsOf(lock, name))).toEqual([]);
  });
});

describe("the repository", () => {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  const paths = listed
    .toString()
    .split("\0")
    .filter((path) => path && existsSync(path));
  const texts = paths.filter((path) => !/\.(png|ico|jpe?g|webp|woff2?|gz|pdf)$/.test(path));

  it("gives away no machine, no registry and no secret", () => {
    expect(texts.length).toBeGreaterThan(50);
    expect(readSources(".", texts).flatMap(leaksIn)).toEqual([]);
  });

  it("keeps no environment file, database or build", () => {
    const unwanted = paths.filter((path) =>
      /(^|\/)(\.env(\.local)?$|node_modules\/|\.next\/|\.muster\/)/.test(path),
    );
    expect(unwanted).toEqual([]);
  });
});

describe("the checks of dependencies and leaks", () => {
  it("convict a version below the floor, and its prerelease", () => {
    expect(["16.3.2", "15.9.9", "16.3.3-canary.1"].map((one) => isAtLeast(one, "16.3.3"))).toEqual([
      false,
      false,
      false,
    ]);
    expect(["16.3.3", "16.10.0", "17.0.0"].map((one) => isAtLeast(one, "16.3.3"))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("convict a lock file that lacks a dependency, an optional one or a peer", () => {
    const packages = {
      "": { dependencies: { a: "1.0.0" } },
      "node_modules/a": {
        dependencies: { b: "1" },
        optionalDependencies: { c: "1" },
        peerDependencies: { d: "1", e: "1" },
        peerDependenciesMeta: { e: { optional: true } },
      },
      "node_modules/a/node_modules/b": {},
    };
    expect(missingPackages({ lockfileVersion: 3, packages })).toEqual([
      "node_modules/a → c",
      "node_modules/a → d",
    ]);
  });

  it.each([
    ["const data = '/wo" + "rk/main/data';"],
    ["cd /ro" + "ot/x"],
    ["see ../sha" + "red/design/words.md"],
    ["regis" + "try=https://npm.example.org"],
    ["https://npm-regis" + "try.example.org/left-pad"],
    ["//npm.example.org/:_auth" + "Token=abc"],
    ["-----BE" + "GIN RSA PRIVATE KEY-----"],
    ["gh" + "p_" + "a".repeat(36)],
    ["DATABASE_URL=postgresql://app:hun" + "ter2@db.example.org/muster"],
  ])("convict %s", (source) => {
    expect(leaksIn({ path: "x", source })).toHaveLength(1);
  });

  it("let an address on the web and a placeholder pass", () => {
    const source = "https://example.org/work/a postgresql://app:secret@db.example.org/x /workspace/ ./root/";
    expect(leaksIn({ path: "x", source })).toEqual([]);
  });
});
