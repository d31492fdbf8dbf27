import { ensureClient } from "./fresh.ts";
import { auditSpeedRow } from "./long/audit-speed.ts";
import { lineOf, type Row } from "./long/card.ts";
import { controlRow, nothingLostRow } from "./long/nothing-lost.ts";
import { doorsRow } from "./long/doors.ts";
import { vitestRow } from "./long/vitest-row.ts";
import { door, endChildren, Refusal, report } from "./process.ts";

const number = (name: string, usual: number) => process.env[name] ?? String(usual);
const full = {
  MUSTER_CANARY: number("MUSTER_CANARY", 12_000),
  MUSTER_WORLDS: number("MUSTER_WORLDS", 500),
  MUSTER_WORLD_PEOPLE: number("MUSTER_WORLD_PEOPLE", 20),
  MUSTER_INTERLEAVED: number("MUSTER_INTERLEAVED", 10_000),
  MUSTER_HOSTILE: number("MUSTER_HOSTILE", 2000),
};

/** Each promise of the house with what shows it, at the size at which it is promised. */
const ROWS: Record<string, () => Promise<Row>> = {
  rights: () =>
    vitestRow({
      promise: "Rights",
      files: ["src/testing/matrix.db.test.ts"],
      said: "every procedure × role × reach as the role table and the oracle say",
    }),
  isolation: () =>
    vitestRow({
      promise: "Isolation",
      files: ["src/testing/canary.db.test.ts"],
      env: full,
      said: `${full.MUSTER_CANARY} responses read for words of other countries`,
    }),
  "second-wall": () =>
    vitestRow({
      promise: "Second wall",
      files: ["src/testing/second-wall.db.test.ts", "src/testing/interleaved.db.test.ts"],
      env: full,
      said: `${full.MUSTER_WORLDS} worlds × ${full.MUSTER_WORLD_PEOPLE} people, ${full.MUSTER_INTERLEAVED} interleaved requests`,
    }),
  "nothing-lost": nothingLostRow,
  control: controlRow,
  "bad-input": () =>
    vitestRow({
      promise: "Bad input",
      files: ["src/testing/hostile.db.test.ts"],
      env: full,
      said: `${full.MUSTER_HOSTILE} hostile inputs to each procedure`,
    }),
  audit: () =>
    vitestRow({
      promise: "Audit",
      files: ["src/testing/audit.db.test.ts"],
      said: "edit, delete, insert, reorder, tail cut and head rewritten found",
    }),
  "audit-speed": auditSpeedRow,
  totals: () =>
    vitestRow({
      promise: "Totals",
      files: ["src/features", "src/testing/totals.db.test.ts", "prisma/seed"],
      env: { MUSTER_RECOUNT: "1" },
      said: "recounted from the facts after every test file",
    }),
  doors: doorsRow,
};

/** All rows, or those that are named: npm run test:long -- isolation audit-speed. */
function chosen(): string[] {
  const asked = process.argv.slice(2).filter((word) => word !== "--");
  const unknown = asked.find((name) => !Object.hasOwn(ROWS, name));
  if (unknown) throw new Refusal(`There is no row ${unknown}: choose from ${Object.keys(ROWS).join(", ")}.`);
  return asked.length > 0 ? asked : Object.keys(ROWS);
}

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => void endChildren().then(() => process.exit(1)));

await door(async () => {
  const names = chosen();
  await ensureClient();
  const card: Row[] = [];
  for (const name of names) {
    const began = performance.now();
    console.log(`\n── ${name}`);
    const row = await ROWS[name]?.().catch((error: unknown): Row => {
      report(error);
      return { promise: name, said: "could not be tried; the reason is above", kept: false };
    });
    if (row) card.push(row);
    console.log(`── ${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const broken = card.filter(({ kept }) => !kept).length;
  console.log(`\nScore card (seed ${process.env.MUSTER_SEED ?? "20261122"})`);
  for (const row of card) console.log(lineOf(row));
  console.log(`${card.length - broken} of ${card.length} promises kept`);
  return broken === 0 ? 0 : 1;
});
