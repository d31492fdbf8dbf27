import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isSessionSetting } from "#testing/forbidden-words.ts";
import { listFiles, readSources, type Fault } from "#testing/modules.ts";
import { PLANTED, SOUND } from "#testing/planted.ts";
import { FEATURES, MAY_IMPORT, PARTS } from "#testing/wall-table.ts";
import { checkWalls } from "#testing/walls.ts";

const root = process.cwd();
const files = readSources(
  root,
  listFiles(root, ["src", "prisma", "scripts", "e2e", "bench"]).filter((path) =>
    /\.(tsx?|mjs|css|json)$/.test(path),
  ),
);
const say = (faults: Fault[]): string[] => faults.map((one) => `${one.path}: ${one.rule}: ${one.detail}`);

describe("the house", () => {
  const verdict = checkWalls(files);

  it("is read: modules and their imports, not nothing", () => {
    expect(verdict.read).toBeGreaterThan(20);
    expect(verdict.imports).toBeGreaterThan(verdict.read);
  });

  it("keeps its walls, names, sizes and words", () => {
    expect(say(verdict.faults)).toEqual([]);
  });

  it("has no session-level setting in a migration", () => {
    const scripts = listFiles(root, ["prisma"]).filter((path) => path.endsWith(".sql"));
    expect(scripts).not.toEqual([]);
    const guilty = scripts.filter((path) => isSessionSetting(readFileSync(path, "utf8")));
    expect(guilty).toEqual([]);
  });

  it("has its floor plan in words, naming every feature and every row of the table", () => {
    const plan = readFileSync("docs/architecture.md", "utf8");
    const places = Object.keys(MAY_IMPORT).map((row) => row.replace("features:", ""));
    const missing = [...FEATURES, ...PARTS, ...places].filter((word) => !plan.includes(word));
    expect(missing).toEqual([]);
  });
});

describe("the checker", () => {
  it("finds nothing wrong in a sound house", () => {
    expect(say(checkWalls(SOUND).faults)).toEqual([]);
  });

  it("fails when it read nothing", () => {
    expect(checkWalls([]).faults).toMatchObject([{ rule: "nothing read" }]);
    expect(checkWalls([{ path: "scripts/boot.mjs", source: "" }]).faults).toMatchObject([
      { rule: "nothing read" },
    ]);
  });

  it("refuses what it cannot parse instead of passing over it", () => {
    expect(() => checkWalls([{ path: "src/lib/broken.ts", source: "export const = ;" }])).toThrow(/broken/);
  });

  it.each(PLANTED)("convicts $rule: $path $source", ({ path, source, rule }) => {
    const neighbours = SOUND.filter((file) => file.path !== path);
    const { faults } = checkWalls([...neighbours, { path, source }]);
    expect(faults).toContainEqual(expect.objectContaining({ path, rule }));
    // A step against the order of rooms may close a circle too; nothing else may be blamed.
    expect(faults.filter((fault) => fault.rule !== rule && fault.rule !== "cycle")).toEqual([]);
  });
});
