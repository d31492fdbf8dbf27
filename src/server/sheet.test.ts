import { parse } from "csv-parse/sync";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { sheetHead, demandFewEnough } from "./sheet-head.ts";
import { sheetTable, writeSheet, type Cell, type Sheet } from "./sheet.ts";
import { wordsFor } from "./words.ts";

const HOSTILE = [
  "=1+1",
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  '  =HYPERLINK("http://x")',
  "\u00a0=1+1",
  "\u200b",
  "＝1+1",
  'plain, "quoted"\nline',
  "O\u0000K\u0007",
];
const sheet = (rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Sheet => ({
  name: "arrests-1",
  title: "=title",
  about: [["Period", "+all days"]],
  stamp: null,
  columns: [{ header: "What" }, { header: "Count" }],
  rows,
  ...more,
});
const bytes = ({ base64 }: { base64: string }) => Buffer.from(base64, "base64");

describe("a file that leaves Muster", () => {
  test("as CSV holds nothing that a spreadsheet would run, and keeps numbers, blanks and what was written", async () => {
    const file = await writeSheet(sheet(HOSTILE.map((text) => [text, -3.5])), "csv");
    const text = bytes(file).toString("utf8");
    expect(text.startsWith("\ufeff")).toBe(true);
    const lines: string[][] = parse(text, { bom: true, relax_column_count: true });
    expect(lines.flat().filter((cell) => /^[\s\p{Zs}]*[=+@\t\r＝]/u.test(cell))).toEqual([]);
    expect(lines.flat().filter((cell) => cell.startsWith("-") && !/^-\d+(\.\d+)?$/.test(cell))).toEqual([]);
    expect(lines[0]).toEqual(["'=title"]);
    const table = lines.slice(-HOSTILE.length);
    expect(table.map(([, count]) => count)).toEqual(HOSTILE.map(() => "-3.5"));
    expect(table[10]?.[0]).toBe(HOSTILE[10]);
    expect(table[11]?.[0]).toBe("OK");
  });

  test("as CSV holds nothing that runs where a semicolon or the end of a line cuts a cell in two", async () => {
    const cutting = [
      "gate 4;=1+1",
      "a; -2+3;+3",
      'b;"=1+1',
      "c\n=1+1",
      "d\r\n  @SUM(A1)",
      "e\t=1+1",
      "f;＝1+1",
    ];
    const file = await writeSheet(sheet(cutting.map((text) => [text, -3.5])), "csv");
    const lines = bytes(file)
      .toString("utf8")
      .split(/\r\n|[\r\n]/);
    const cells = lines.flatMap((line) => line.split(/[;\t]/));
    expect(cells.filter((cell) => /^[\s\p{Zs}\ufeff"]*[=+@\-＝]/u.test(cell))).toEqual([]);
    expect(bytes(file).toString("utf8")).toContain("gate 4;'=1+1,-3.5");
  });

  test("as XLSX holds text as text and numbers as numbers, and no formula", async () => {
    const file = await writeSheet(sheet([...HOSTILE.map((text) => [text, 14.5]), ["none", null]]), "xlsx");
    const rows = (await readXlsxFile(bytes(file), { trim: false } as never)) as unknown as Cell[][];
    const table = (Array.isArray(rows[0]) ? rows : (rows[0] as unknown as { data: Cell[][] }).data).slice(
      -13,
    );
    expect(table[0]).toEqual(["=1+1", 14.5]);
    expect(table[12]?.[1] ?? null).toBeNull();
    expect(bytes(file).toString("latin1")).not.toContain("<f>");
  });

  test("names the exercise in its name and beside its title", async () => {
    const file = await writeSheet(sheet([], { stamp: "EXERCISE" }), "csv");
    expect(file.fileName).toBe("EXERCISE-muster-arrests-1.csv");
    expect(bytes(file).toString("utf8").split("\r\n")[0]).toBe("\ufeff'=title,EXERCISE");
  });
});

test("a table says of every row what each column says, and leaves blank what is not known", () => {
  const columns = [
    { header: "Point", width: 32, cell: ({ point }: { point: string }) => point },
    { header: "Checks", cell: ({ checks }: { checks: number | null }) => checks },
  ];
  const rows = [
    { point: "Namanga", checks: 0 },
    { point: "Busia", checks: null },
  ];
  const table = sheetTable(columns, rows);
  expect(table.columns.map(({ header }) => header)).toEqual(["Point", "Checks"]);
  expect(table.rows).toEqual([
    ["Namanga", 0],
    ["Busia", null],
  ]);
});

describe("the lines above the table", () => {
  const facts = {
    name: "arrests",
    title: "Arrests",
    asOf: new Date("2026-11-22T10:05:00Z"),
    from: "2026-11-01",
    to: null,
    filters: [["Country", "Kenya"]] as const,
    marks: ["TLP:CLEAR", "TLP:AMBER", "TLP:AMBER"],
    exercise: true,
    rows: 3,
  };

  test("say period, filters, as-of with its zone, the handling mark and the exercise, in each language", () => {
    const about = (locale: "en" | "fr" | "es" | "ar") => sheetHead(wordsFor(locale), facts);
    expect(about("en").about).toEqual([
      ["Period", "1 Nov 2026 to the last day"],
      ["Filters", "Country: Kenya"],
      ["As of", "22 Nov 2026, 10:05 UTC"],
      ["Handling", "TLP:AMBER, TLP:CLEAR"],
      ["Rows", "3"],
      ["Exercise", "Invented for an exercise. Never part of real totals."],
    ]);
    expect(about("fr").stamp).toBe("EXERCICE");
    expect(about("ar")).toMatchObject({ rightToLeft: true, stamp: "تمرين" });
    expect(about("es").about[2]?.[1]).toMatch(/22 nov 2026, 10:05 UTC/);
  });

  test("leave out what was not asked for, and say so when nothing was", () => {
    const filtersOf = (filters: readonly (readonly [string, string | null | undefined])[]) =>
      sheetHead(wordsFor("en"), { ...facts, filters }).about[1];
    expect(
      filtersOf([
        ["Operation", undefined],
        ["Country", "Kenya"],
        ["Point", null],
      ]),
    ).toEqual(["Filters", "Country: Kenya"]);
    expect(filtersOf([["Operation", undefined]])).toEqual(["Filters", "none"]);
  });

  test("more rows than one file holds are refused with their number", () => {
    expect(() => demandFewEnough(20_000)).not.toThrow();
    expect(() => demandFewEnough(20_001)).toThrow("export.too_many_rows");
  });
});
