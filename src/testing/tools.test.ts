import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const CONFIGS = [".oxlintrc.json", ".prettierrc.json", "knip.json", "package.json", "tsconfig.json"];

/** A tree of faults: each file names the message that must convict it. */
const FAULTS: Record<string, { source: string; said: RegExp[] }> = {
  "src/lib/floating.ts": {
    source: "const later = async (): Promise<number> => 1;\nexport function go(): void {\n  later();\n}\n",
    said: [/no-floating-promises/],
  },
  "src/lib/choice.ts": {
    source:
      'export function say(x: "a" | "b"): number {\n  switch (x) {\n    case "a":\n      return 1;\n  }\n  return 2;\n}\n',
    said: [/switch-exhaustiveness-check/],
  },
  "src/features/points/schema.ts": {
    source:
      'import { z } from "zod";\nexport const a = z.any();\nexport const b = z.object({});\nexport const c = z.strictObject({}).passthrough();\n',
    said: [/'z\.any' is restricted/, /'z\.object' is restricted/, /'passthrough' is restricted/],
  },
  "src/features/points/queries.ts": {
    source:
      'import NextAuth from "next-auth";\nimport "maplibre-gl";\nimport { PrismaClient } from "#generated/prisma/client.ts";\nexport const f = (db: { $queryRawUnsafe: () => void }): void => db.$queryRawUnsafe();\nexport { NextAuth, PrismaClient };\n',
    said: [
      /'next-auth' import/,
      /'maplibre-gl' import/,
      /'PrismaClient' import/,
      /'\$queryRawUnsafe' is restricted/,
    ],
  },
  "src/components/layout/html.tsx": {
    source: "export const Html = ({ x }: { x: string }) => <p dangerouslySetInnerHTML={{ __html: x }} />;\n",
    said: [/no-danger/],
  },
  "src/lib/held-back.test.ts": {
    source:
      'import { expect, it, vi } from "vitest";\nvi.mock("./choice.ts");\nit.skip("a", () => {\n  expect(1).toBe(1);\n});\nit.only("b", () => {\n  expect(1).toBe(1);\n});\nit.todo("c");\n',
    said: [/Nothing of ours is mocked/, /Disabled test/, /focused test/, /warn-todo/],
  },
};

const SOUND = "export const one = 1;\n";

describe("the tools convict a planted fault", () => {
  const root = mkdtempSync(join(tmpdir(), "muster-tools-"));

  const run = (tool: string, ...options: string[]): { status: number | null; said: string } => {
    const done = spawnSync(join(process.cwd(), "node_modules/.bin", tool), options, {
      cwd: root,
      encoding: "utf8",
    });
    return { status: done.status, said: done.stdout + done.stderr };
  };
  const plant = (path: string, source: string): void => {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), source);
  };

  beforeAll(() => {
    for (const config of CONFIGS) copyFileSync(config, join(root, config));
    symlinkSync(join(process.cwd(), "node_modules"), join(root, "node_modules"));
    plant("src/sound/one.ts", SOUND);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it("lint, with and without types", () => {
    for (const [path, { source }] of Object.entries(FAULTS)) plant(path, source);
    const { status, said } = run("oxlint", "-f", "unix", "src");
    expect(status).toBe(1);
    for (const [path, fault] of Object.entries(FAULTS)) {
      const lines = said
        .split("\n")
        .filter((line) => line.startsWith(path))
        .join("\n");
      for (const pattern of fault.said) expect(lines).toMatch(pattern);
    }
    expect(run("oxlint", "src/sound").status).toBe(0);
  });

  it("types", () => {
    plant("src/types/wrong.ts", 'export const text: string = 1;\nexport const first: string = [""][0];\n');
    plant("src/types/enum.ts", "export enum Kind {\n  A,\n}\n");
    const { status, said } = run("tsc", "--noEmit", "--incremental", "false");
    expect(status).not.toBe(0);
    expect(said).toMatch(/wrong\.ts\(1,/);
    expect(said).toMatch(/wrong\.ts\(2,/);
    expect(said).toMatch(/enum\.ts\(1,/);
  });

  it("format", () => {
    plant("src/format/long.ts", "export const a = 'single'\n");
    expect(run("prettier", "--check", "src/format/long.ts")).toMatchObject({ status: 1 });
    expect(run("prettier", "--check", "src/sound/one.ts")).toMatchObject({ status: 0 });
  });

  it("dead code", () => {
    plant("src/trpc/root.ts", 'import { used } from "#dead/part.ts";\nexport const root = used;\n');
    plant("src/dead/part.ts", "export const used = 1;\nexport const unusedExport = 2;\n");
    plant("src/dead/nobody.ts", SOUND);
    const { status, said } = run("knip", "--no-progress", "--no-config-hints");
    expect(status).not.toBe(0);
    expect(said).toMatch(/unusedExport/);
    expect(said).toMatch(/src\/dead\/nobody\.ts/);
  });
});
