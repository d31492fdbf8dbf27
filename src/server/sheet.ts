import "server-only";
import { stringify } from "csv-stringify/sync";
import writeExcelFile from "write-excel-file/node";

export const SHEET_FORMATS = ["xlsx", "csv"] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];
/** More rows than this are not exported in one go; the reader is told to narrow the filter. */
export const MOST_ROWS = 20_000;

/** Numbers as numbers; days as ISO local days ("2026-11-22"); null is an empty cell, never 0. */
export type Cell = string | number | null;
export type Sheet = {
  /** Stem of the file's name: small letters, digits, hyphens. */
  name: string;
  title: string;
  /** Printed above the table, a label and its words each: period, filters, as-of, handling mark. */
  about: readonly (readonly [label: string, words: string])[];
  /** The word EXERCISE in the reader's language; null outside the exercise. */
  stamp: string | null;
  columns: readonly { header: string; width?: number }[];
  rows: readonly (readonly Cell[])[];
  rightToLeft?: boolean;
};
export type SheetFile = { fileName: string; type: string; base64: string; rows: number };

export type SheetColumn<Row> = { header: string; width?: number; cell: (row: Row) => Cell };

/** The table of a sheet: what every column says of every row. */
export function sheetTable<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): Pick<Sheet, "columns" | "rows"> {
  return { columns, rows: rows.map((row) => columns.map(({ cell }) => cell(row))) };
}

/** The sheet as a file for the wire. Nothing in it is ever taken for a formula by the program that opens it. */
export async function writeSheet(sheet: Sheet, format: SheetFormat): Promise<SheetFile> {
  const bytes = format === "csv" ? csvOf(sheet) : await xlsxOf(sheet);
  return {
    fileName: `${sheet.stamp === null ? "" : "EXERCISE-"}muster-${sheet.name}.${format}`,
    type: format === "csv" ? "text/csv;charset=utf-8" : XLSX_TYPE,
    base64: bytes.toString("base64"),
    rows: sheet.rows.length,
  };
}

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Lines above the table: title, stamp, then what the numbers are of. */
function headOf({ title, stamp, about }: Sheet): Cell[][] {
  return [stamp === null ? [title] : [title, stamp], ...about.map(([label, words]) => [label, words]), []];
}

function csvOf(sheet: Sheet): Buffer {
  const lines = [...headOf(sheet), sheet.columns.map(({ header }) => header), ...sheet.rows];
  const text = stringify(
    lines.map((line) => (line.length === 0 ? [""] : line.map((cell) => neutralised(cell, true)))),
    { bom: true, escape_formulas: true, record_delimiter: "windows" },
  );
  return Buffer.from(text, "utf8");
}

function xlsxOf(sheet: Sheet): Promise<Buffer> {
  const bold = (value: Cell) => textCell(value, { fontWeight: "bold" as const });
  const head = headOf(sheet).map((line, index) =>
    line.map((cell, at) => (index === 0 || at === 0 ? bold(cell) : textCell(cell))),
  );
  const table = sheet.rows.map((line) => line.map((cell) => textCell(cell)));
  const data = [...head, sheet.columns.map(({ header }) => bold(header)), ...table];
  return writeExcelFile(data, {
    columns: sheet.columns.map(({ width }) => ({ width: width ?? 18 })),
    stickyRowsCount: head.length + 1,
    rightToLeft: sheet.rightToLeft ?? false,
  }).toBuffer();
}

// A typed text cell is never a formula, whatever it begins with.
function textCell(value: Cell, look: { fontWeight?: "bold" } = {}) {
  if (value === null || value === "") return null;
  return typeof value === "number"
    ? { value, type: Number, ...look }
    : { value: clean(value).slice(0, 32_000), type: String, ...look };
}

const FORMULA = /^[\s\p{Zs}\u00a0\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

// Where lists are separated by semicolons (French, Spanish), a spreadsheet cuts a cell there, or at the end of a line in it.
const FORMULA_WITHIN = /([;\t\r\n])(?=[\s\p{Zs}\u00a0\ufeff"']*[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/** A text that a spreadsheet would run is kept readable behind an apostrophe. */
export function neutralised(cell: Cell, quote: boolean): Cell {
  if (typeof cell !== "string") return cell;
  const text = quote && (FORMULA.test(cell) || /^[\t\r]/.test(cell)) ? `'${cell}` : cell;
  return clean(quote ? text.replace(FORMULA_WITHIN, "$1'") : text);
}

// What XML and spreadsheets cannot hold.
const clean = (text: string) =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
