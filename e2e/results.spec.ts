import { parse } from "csv-parse/sync";
import { readFile } from "node:fs/promises";
import readXlsxFile from "read-excel-file/node";
import { openDatabase } from "./database.ts";
import { expect, expectAccessible, expectToFit, test, type Page } from "./fixtures.ts";

/** Takes the list along and gives the table below the lines on top, and those lines. */
async function exported(page: Page, format: "Excel (XLSX)" | "CSV", firstHeader: string) {
  await page.getByRole("button", { name: "Export" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: format }).click();
  const download = await coming;
  const bytes = await readFile(await download.path());
  const lines = format === "CSV" ? csvLines(bytes) : await xlsxLines(bytes);
  const top = lines.findIndex(([first]) => first === firstHeader);
  expect(top).toBeGreaterThan(3);
  return {
    name: download.suggestedFilename(),
    head: lines.slice(0, top),
    headers: (lines[top] ?? []).map(String),
    rows: lines.slice(top + 1),
  };
}

/** The first field of the page: it is chosen again until the page listens. */
async function choosePoint(page: Page, name: string, which: { index: number } | string) {
  const field = page.getByRole("combobox", { name });
  await expect(async () => {
    await field.selectOption(which);
    await page.waitForTimeout(200);
    await expect(field).not.toHaveValue("", { timeout: 100 });
  }).toPass();
}

const csvLines = (bytes: Buffer): unknown[][] => parse(bytes, { bom: true, relax_column_count: true });

async function xlsxLines(bytes: Buffer): Promise<unknown[][]> {
  const read = (await readXlsxFile(bytes)) as unknown as ({ data: unknown[][] } | unknown[])[];
  const [first] = read;
  return first && "data" in first ? first.data : (read as unknown[][]);
}

test("a liaison on a phone records an arrest from a match and a seizure, in French, and corrects it; the country's reviewer validates", async ({
  visit,
}) => {
  const dz = await visit("liaison.dz", { locale: "fr", phone: true });
  await dz.goto("/matches?exercise=1&queue=all");
  await dz.locator("[data-row-link]").first().click();
  await dz.waitForURL(/\/matches\/[0-9a-f-]{36}/);
  const reference = (await dz.getByRole("heading", { level: 1 }).textContent()) ?? "";
  expect(reference).toMatch(/^DZ-\d{4}/);
  await dz.getByRole("link", { name: "Enregistrer une interpellation à partir de cette réponse" }).click();
  await expect(dz.getByRole("heading", { level: 1, name: "Enregistrer une interpellation" })).toBeVisible();
  await dz.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(dz.getByText("Choisissez une des réponses proposées.").first()).toBeVisible();
  await dz.getByRole("radio", { name: "Trafic illicite de migrants" }).check();
  await dz.getByRole("textbox", { name: "Personnes interpellées" }).fill("3");
  await expectAccessible(dz);
  await expectToFit(dz);
  await dz.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(dz.locator("[data-receipt]")).toHaveText(/^Reçu [0-9A-F]{4}$/);
  await expect(dz.getByText("Visible par", { exact: false }).first()).toContainText("siège du programme");
  await dz.getByRole("link", { name: "Ouvrir", exact: true }).click();
  await expect(dz.getByRole("heading", { level: 1 })).toContainText("3 interpellations");
  await expect(dz.getByRole("link", { name: reference.slice(0, 7) })).toBeVisible();
  await expectToFit(dz);
  const arrest = new URL(dz.url());

  await dz.goto("/log/seizure?exercise=1");
  await choosePoint(dz, "Point de passage", { index: 1 });
  await dz.getByRole("combobox", { name: "Quoi" }).selectOption("drugs");
  await dz.getByRole("textbox", { name: "Combien" }).fill("1,125");
  await expect(dz.getByText("Lu comme 1 virgule 125.", { exact: false })).toBeVisible();
  await dz.getByRole("radio", { name: "kg" }).check();
  await dz.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(dz.locator("[data-receipt]")).toBeVisible();

  // Two arrested and not three: a new version with its reason, the old one stays.
  await dz.goto(arrest.href);
  await dz.getByRole("button", { name: "Corriger" }).click();
  await dz.getByRole("textbox", { name: "Personnes interpellées" }).fill("2");
  await dz.getByRole("textbox", { name: "Motif de la correction" }).fill("Compté deux fois");
  await dz.getByRole("button", { name: "Enregistrer la correction" }).click();
  await expect(dz.getByRole("heading", { level: 1 })).toContainText("2 interpellations");
  await expect(dz.getByText("Personnes interpellées: 3 → 2", { exact: false })).toBeVisible();
  const corrected = new URL(dz.url());
  expect(corrected.pathname).not.toBe(arrest.pathname);

  const reviewer = await visit("reviewer.dz");
  await reviewer.goto("/results?exercise=1&kind=arrest&review=open");
  await reviewer.locator(`[data-row-link][href*="${corrected.pathname}"]`).click();
  await expect(reviewer.getByRole("heading", { level: 1 })).toContainText("2 arrests");
  await reviewer.getByRole("button", { name: "Validate", exact: true }).click();
  await expect(reviewer.getByText("Validated", { exact: true }).first()).toBeVisible();
  await expectAccessible(reviewer);
});

test("what came of a match is recorded, and presumed victims as counts by age and sex, on a phone", async ({
  visit,
}) => {
  const ke = await visit("liaison.ke", { phone: true });
  await ke.goto("/matches?exercise=1");
  await ke.locator("[data-row-link]").first().click();
  await ke.waitForURL(/\/matches\/[0-9a-f-]{36}/);
  const came = ke.getByRole("region", { name: "What came of it" });
  await came.getByRole("button", { name: "Record an outcome" }).click();
  await came.locator("form").getByRole("button", { name: "Record an outcome" }).click();
  await expect(came.getByText("Fill this in.")).toBeVisible();
  await came.getByRole("radio", { name: "No legal basis to arrest" }).check();
  await came.locator("form").getByRole("button", { name: "Record an outcome" }).click();
  const outcome = came.getByRole("listitem").filter({ hasText: "No legal basis to arrest" }).last();
  await expect(outcome).toContainText("preliminary");
  await expectToFit(ke);

  await ke.goto("/log/victims?exercise=1");
  await choosePoint(ke, "Border point", { index: 1 });
  await ke.getByRole("radio", { name: "Presumed victims" }).check();
  await ke.getByRole("textbox", { name: "Adults · Female" }).fill("7");
  await ke.getByRole("button", { name: "Record", exact: true }).click();
  await expect(ke.locator("[data-receipt]")).toHaveText(/^Receipt [0-9A-F]{4}$/);
  await ke.getByRole("link", { name: "Open it" }).click();
  await expect(ke).toHaveURL(/\/results\?kind=people/);
  await expect(ke.locator("[data-row-link]").filter({ hasText: "Presumed victims" }).first()).toBeVisible();
});

test("what became of the arrested is entered later, for no more people than were arrested, in Spanish", async ({
  visit,
}) => {
  const co = await visit("liaison.co", { locale: "es", phone: true });
  await co.goto("/log/arrest?exercise=1");
  await choosePoint(co, "Puesto fronterizo", "country");
  await co.getByRole("radio", { name: "Fraude documental" }).check();
  await co.getByRole("textbox", { name: "Personas detenidas" }).fill("2");
  await co.getByRole("button", { name: "Registrar", exact: true }).click();
  await co.getByRole("link", { name: "Abrir", exact: true }).click();
  await co.getByRole("button", { name: "Anotar una situación posterior" }).click();
  await co.getByRole("radio", { name: "Imputado" }).check();
  await co.getByRole("textbox", { name: "Cuántos de ellos" }).fill("3");
  await co.getByRole("button", { name: "Anotar", exact: true }).click();
  await expect(co.getByText("Son más personas que las detenidas", { exact: false })).toBeVisible();
  await co.getByRole("textbox", { name: "Cuántos de ellos" }).fill("1");
  await co.getByRole("button", { name: "Anotar", exact: true }).click();
  await expect(co.getByText("1 de 2 · Imputado")).toBeVisible();
  await expectAccessible(co);
  await expectToFit(co);
});

test("files of the lists hold what independent SQL counts, stamped and under the reader's rights", async ({
  visit,
}) => {
  const database = await openDatabase();
  const it = await visit("reviewer.it");
  await it.goto("/results?exercise=1&kind=people&to=2026-11-21&sort=day");
  const csv = await exported(it, "CSV", "Local day");
  const xlsx = await exported(it, "Excel (XLSX)", "Local day");
  const sql = `SELECT p.local_date::text AS day, p.count FROM people_outcome p JOIN operation o ON o.id = p.operation_id
    WHERE o.exercise AND p.country_code = 'IT' AND p.superseded_at IS NULL AND p.local_date <= '2026-11-21' ORDER BY p.local_date, p.recorded_at, p.id`;
  const due = (await database.query<{ day: string; count: number }>(sql)).rows.map(({ day, count }) => [
    day,
    count,
  ]);
  expect(due.length).toBeGreaterThan(0);
  for (const file of [csv, xlsx]) {
    const people = file.headers.indexOf("People");
    expect(file.rows.map((row) => [row[0], Number(row[people])])).toEqual(due);
    expect(file.name).toMatch(/^EXERCISE-muster-people-\d{4}-\d\d-\d\d-\d{4}\.(csv|xlsx)$/);
    const head = file.head.flat().join(" ");
    for (const said of ["EXERCISE", "to 21 Nov 2026", "UTC", "FOR OFFICIAL USE ONLY"])
      expect(head).toContain(said);
  }

  await it.goto("/matches?exercise=1&queue=all&to=2026-11-20&sort=reference");
  const matches = await exported(it, "CSV", "Reference");
  const references = await database.query<{ reference: string }>(
    `SELECT m.reference FROM match m JOIN operation o ON o.id = m.operation_id
     WHERE o.exercise AND m.country_code = 'IT' AND m.local_date <= '2026-11-20' ORDER BY m.reference`,
  );
  expect(matches.rows.map(([reference]) => reference)).toEqual(
    references.rows.map(({ reference }) => reference),
  );

  await it.goto("/returns?exercise=1&state=validated&to=2026-11-15");
  const returns = await exported(it, "Excel (XLSX)", "Local day");
  const counted = await database.query<{ n: number; total: number }>(
    `SELECT count(DISTINCT r.id)::int AS n, coalesce(sum(l.count) FILTER (WHERE l.counts), 0)::int AS total
     FROM daily_return r JOIN operation o ON o.id = r.operation_id LEFT JOIN return_line l ON l.return_id = r.id
     WHERE o.exercise AND r.country_code = 'IT' AND r.superseded_at IS NULL AND r.review = 'validated' AND r.local_date <= '2026-11-15'`,
  );
  const counts = returns.headers.flatMap((header, at) => (/: /.test(header) ? [at] : []));
  const total = returns.rows.reduce<number>(
    (sum, row) => sum + counts.reduce((line, at) => line + Number(row[at] ?? 0), 0),
    0,
  );
  expect([returns.rows.length, total]).toEqual([counted.rows[0]!.n, counted.rows[0]!.total]);
  await database.end();
});

test("two corrections at once lose neither: both versions field by field, in Arabic", async ({ visit }) => {
  const mr = await visit("liaison.mr", { locale: "ar", phone: true });
  await mr.goto("/log/seizure?exercise=1");
  await choosePoint(mr, "المعبر الحدودي", { index: 1 });
  await mr.getByRole("combobox", { name: "ما ضُبط" }).selectOption("mobile_phone");
  await mr.getByRole("textbox", { name: "الكمية" }).fill("10");
  await mr.getByRole("radio", { name: "وحدات" }).check();
  await mr.getByRole("button", { name: "تسجيل", exact: true }).click();
  await mr.getByRole("link", { name: "فتح", exact: true }).click();
  await expect(mr.getByRole("heading", { level: 1 })).toContainText("هواتف محمولة");
  const other = await mr.context().newPage();
  await other.goto(mr.url());
  for (const [page, amount] of [
    [mr, "11"],
    [other, "12"],
  ] as const) {
    await page.getByRole("button", { name: "تصحيح" }).click();
    await page.getByRole("textbox", { name: "الكمية" }).fill(amount);
    await page.getByRole("textbox", { name: "سبب التصحيح" }).fill("أُعيد العدّ");
  }
  await mr.getByRole("button", { name: "حفظ التصحيح" }).click();
  await expect(mr.getByRole("heading", { level: 1 })).toContainText("11");
  await other.getByRole("button", { name: "حفظ التصحيح" }).click();
  const clash = other.locator('[data-clash="amount"]');
  await expect(clash).toContainText("12");
  await expect(clash).toContainText("11");
  await expectAccessible(other);
  await expectToFit(other);
  await other.getByRole("button", { name: "إرسال ما اختير" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toContainText("12");
  await expect(other.locator("ol > li[data-stands]")).toHaveCount(3);
});
