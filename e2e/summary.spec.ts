import { expect, expectAccessible, expectToFit, test, type Page } from "./fixtures.ts";

const total = (page: Page, key: string) => page.locator(`[data-total="${key}"]`);

async function validatedOf(page: Page, key: string): Promise<number> {
  await expect(total(page, key)).toBeVisible();
  return Number(await total(page, key).getAttribute("data-validated"));
}

async function mapChecks(page: Page): Promise<number> {
  await page.goto("/situation?exercise=1&country=IT&view=table");
  const cells = page.getByRole("table", { name: "Border points" }).locator("[data-total='checks:documents']");
  let sum = 0;
  await expect(async () => {
    await expect(cells.first()).toBeVisible();
    const counts = await cells.evaluateAll((all) =>
      all.map((one) => Number(one.getAttribute("data-validated"))),
    );
    sum = counts.reduce((all, count) => all + count, 0);
  }).toPass();
  return sum;
}

test("a day validated by the reviewer raises the numbers leadership sees in Summary and Situation", async ({
  visit,
}) => {
  const leadership = await visit("leadership");
  await leadership.goto("/summary?exercise=1&country=IT");
  await expect(leadership.getByText("EXERCISE").first()).toBeVisible();
  const before = await validatedOf(leadership, "checks:documents");
  const onMap = await mapChecks(leadership);
  expect(onMap).toBe(before);

  const reviewer = await visit("reviewer");
  // A day that is over: today's return is interim and still changes. One of "no checks made" raises nothing, so the next is taken.
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  let after = before;
  for (let days = 0; days < 3 && after === before; days += 1) {
    await reviewer.goto(`/returns?exercise=1&state=submitted&country=IT&to=${yesterday}`);
    await reviewer.locator("[data-row-link]").first().click();
    await reviewer.getByRole("button", { name: "Validate the day" }).click();
    await expect(reviewer.getByText(/Validated by programme headquarters/)).toBeVisible();
    await leadership.goto("/summary?exercise=1&country=IT");
    after = await validatedOf(leadership, "checks:documents");
  }
  expect(after).toBeGreaterThan(before);
  expect(await mapChecks(leadership)).toBe(after);
});

test("a number opens to what it is made of, as far as the reader's role goes", async ({ visit }) => {
  const leadership = await visit("leadership");
  await leadership.goto("/summary?exercise=1");
  await total(leadership, "matches:cases").getByRole("link", { name: "What it is made of" }).click();
  const parts = leadership.getByRole("region", { name: "What it is made of: matches" });
  await expect(parts.getByRole("table").getByText("Kenya").first()).toBeVisible();
  await expect(leadership).toHaveURL(/open=matches%3Acases/);
  await expect(leadership.getByRole("link", { name: "Open these matches" })).toHaveCount(0);

  const manager = await visit("manager");
  await manager.goto("/summary?exercise=1&country=KE&open=matches:cases");
  await manager.getByRole("link", { name: "Open these matches" }).click();
  await expect(manager).toHaveURL(/\/matches\?.*country=KE/);
  await expect(manager).toHaveURL(/exercise=1/);
});

test("the exercise is never inside totals of real operations, and unlike figures are refused a sum", async ({
  visit,
}) => {
  const page = await visit("leadership");
  await page.goto("/summary");
  await expect(page.getByText("No results here")).toBeVisible();
  await expect(total(page, "checks:documents")).toHaveCount(0);
  const published = page.getByRole("region", { name: "Published figures" });
  await expect(published.getByText(/stand alone/).first()).toBeVisible();
  for (const fold of await published.locator("details").all())
    await fold.evaluate((one) => one.setAttribute("open", ""));
  await expect(published.getByText(/Not summed: the unit of a figure is not stated/).first()).toBeVisible();
  await expectAccessible(page);
});

test("an observer sees validated totals of their operation only, and nothing of what is open", async ({
  visit,
}) => {
  const page = await visit("observer");
  await page.goto("/summary?exercise=1&country=KE");
  await expect(total(page, "checks:documents")).toBeVisible();
  await expect(page.getByText(/in all countries/).first()).toBeVisible();
  await expect(page.getByText(/preliminary/).filter({ hasText: "+" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "What is open" })).toHaveCount(0);
});

test("in Arabic on a phone the summary reads from right to left, and what is chosen stays in the address", async ({
  visit,
}) => {
  const page = await visit("leadership", { locale: "ar", phone: true });
  await page.goto("/summary?exercise=1&from=2020-01-01");
  await expect(page.getByRole("heading", { level: 1, name: "الملخص" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(total(page, "checks:documents")).toContainText(/[0-9]/);
  await page.getByRole("radio", { name: "أسبوع" }).check({ force: true });
  await expect(page).toHaveURL(/bucket=week/);
  await expect(page).toHaveURL(/from=2020-01-01/);
  await expectToFit(page);
  await expectAccessible(page);
});

test("what is printed carries period, as-of time, handling mark and reader, and no buttons", async ({
  visit,
}) => {
  const page = await visit("leadership");
  await page.goto("/summary?exercise=1");
  await expect(total(page, "checks:documents")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("EXERCISE - FOR OFFICIAL USE ONLY").first()).toBeVisible();
  await expect(page.getByText("As of").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("link", { name: "What it is made of" }).first()).toBeHidden();
});
