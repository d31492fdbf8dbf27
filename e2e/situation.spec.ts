import { openDatabase } from "./database.ts";
import { expect, expectAccessible, expectToFit, test, type Page } from "./fixtures.ts";

async function openMap(page: Page, address: string) {
  await page.goto(address);
  await expect(page.locator("[data-map-points]")).toHaveAttribute("data-ready", "true", { timeout: 60_000 });
}

test("layers and the point that is open stand in the address; a point tells its checks and what is preliminary", async ({
  visit,
}) => {
  const page = await visit("leadership");
  await openMap(page, "/situation?exercise=1");
  await page.getByRole("checkbox", { name: /^Matches/ }).uncheck();
  await expect(page).toHaveURL(/layers=operations.points.checks/);
  await page.reload();
  await expect(page.getByRole("checkbox", { name: /^Matches/ })).not.toBeChecked();
  // Closer, where every border point stands for itself.
  await openMap(page, "/situation?exercise=1&country=CO");
  await page.getByRole("button", { name: /^Rumichaca international bridge/ }).focus();
  await page.keyboard.press("Enter");
  const card = page.getByRole("region", { name: /Rumichaca international bridge/ });
  await expect(card.getByText("document checks")).toBeVisible();
  await expect(card.getByText("America/Bogota")).toBeVisible();
  await expect(page).toHaveURL(/point=/);
  await expect(
    page.getByText("Boundaries and names shown do not imply endorsement.", { exact: false }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(card).toHaveCount(0);
});

test("the brush narrows the map to days, by keyboard too, and the table says the same", async ({ visit }) => {
  const page = await visit("leadership");
  await page.goto("/situation?exercise=1&view=table");
  const cell = page.getByRole("row", { name: /Bogotá El Dorado/ }).locator("[data-total='checks:documents']");
  await expect(cell).toBeVisible();
  const whole = Number(await cell.getAttribute("data-validated"));
  const first = page.getByRole("slider", { name: "First day shown" });
  await first.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=/);
  await expect.poll(async () => Number(await cell.getAttribute("data-validated"))).toBeLessThan(whole);
  await page.getByRole("button", { name: "Whole period" }).click();
  await expect(page).not.toHaveURL(/from=/);
  await expectAccessible(page);
});

test("points of the archive whose figures were never divided show no number", async ({ visit }) => {
  const page = await visit("manager");
  await page.goto("/situation?operation=hammer-2011&view=table");
  const row = page.getByRole("row", { name: /Malpensa/ });
  await expect(row).toBeVisible();
  await expect(row.getByText("—").first()).toBeVisible();
  await expect(row.getByText("0", { exact: true })).toHaveCount(0);
});

test("a liaison sees the plan of the exercise and only the own country's figures", async ({ visit }) => {
  const page = await visit("liaison.ke");
  await page.goto("/situation?exercise=1&view=table");
  await expect(
    page
      .getByRole("row", { name: /Nairobi Jomo Kenyatta/ })
      .locator("[data-total]")
      .first(),
  ).toBeVisible();
  await expect(page.getByRole("row", { name: /Bogotá El Dorado/ }).locator("[data-total]")).toHaveCount(0);
  await page.goto("/situation?view=table");
  await expect(page.getByRole("row", { name: /Bogotá El Dorado/ }).locator("[data-total]")).toHaveCount(0);
});

test("in Arabic on a phone, in the dark, the days run from right to left", async ({ visit }) => {
  const page = await visit("leadership", { locale: "ar", phone: true, dark: true });
  await openMap(page, "/situation?exercise=1");
  await expect(page.getByRole("heading", { level: 1, name: "الوضع" })).toBeVisible();
  const first = await page.getByRole("slider").first().boundingBox();
  const last = await page.getByRole("slider").last().boundingBox();
  expect(first!.x).toBeGreaterThan(last!.x);
  await expectToFit(page);
  await expectAccessible(page);
});

test("a day on which a point reported no checks is a zero, and one without a return is not", async ({
  visit,
}) => {
  const database = await openDatabase();
  const found = async (filed: boolean) =>
    (
      await database.query<{ name: string; day: string }>(
        `SELECT b.name, d::date::text AS day FROM border_point b
         JOIN (SELECT DISTINCT p.border_point_id FROM deployment p JOIN operation o ON o.id = p.operation_id
               WHERE o.exercise AND o.state <> 'draft' AND p.returns_from IS NOT NULL) e ON e.border_point_id = b.id
         CROSS JOIN (SELECT min(t.local_date) AS first, max(t.local_date) AS last FROM daily_total t
                     JOIN operation o ON o.id = t.operation_id WHERE o.exercise) s
         CROSS JOIN LATERAL generate_series(s.first, s.last, '1 day') d
         WHERE NOT EXISTS (SELECT FROM point_total t WHERE t.border_point_id = b.id AND t.local_date = d::date)
           AND EXISTS (SELECT FROM point_total t WHERE t.border_point_id = b.id AND t.measure = 'checks')
           AND EXISTS (SELECT FROM daily_return r JOIN operation o ON o.id = r.operation_id
                       WHERE o.exercise AND r.border_point_id = b.id AND r.local_date = d::date AND r.superseded_at IS NULL) = $1
         ORDER BY 2 DESC, 1 LIMIT 1`,
        [filed],
      )
    ).rows[0]!;
  const page = await visit("leadership");
  for (const [filed, shown] of [
    [true, "[data-none]"],
    [false, "[data-absent=not_reported]"],
  ] as const) {
    const { name, day } = await found(filed);
    await page.goto(`/situation?exercise=1&view=table&mode=day&day=${day}`);
    await expect(page.locator("[data-day]")).toHaveAttribute("data-day", day);
    const row = page.getByRole("table", { name: "Border points" }).getByRole("row").filter({ hasText: name });
    await expect(row.locator(shown).first()).toBeVisible();
    await expect(row.locator("[data-total]")).toHaveCount(0);
  }
  await database.end();
});
