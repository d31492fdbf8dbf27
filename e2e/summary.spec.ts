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
  await expect(page.getByRole("region", { name: /What is open|What is asked/ })).toHaveCount(0);
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

test("leadership reads in two minutes what happened, what is asked, who owes it, and opens a number of one country", async ({
  visit,
}) => {
  const page = await visit("leadership");
  await page.goto("/summary?exercise=1");
  const story = page.getByRole("region", { name: "In short" });
  await expect(story.getByText(/countries reported/)).toBeVisible();
  await expect(story.getByText(/matches are validated; \d+ confirmed/)).toBeVisible();
  const asked = page.getByRole("region", { name: "What is asked" });
  await expect(asked.getByText("Access is suspended")).toBeVisible();
  await expect(asked.getByRole("link", { name: /Port of Cotonou \(Benin\), since/ })).toBeVisible();
  const owed = page.getByRole("table", { name: "What is open, and who owes it" });
  await expect(owed.getByRole("row", { name: /Algeria/ })).toBeVisible();

  await page.getByRole("link", { name: "Country", exact: true }).click();
  await expect(page).toHaveURL(/by=country/);
  const countries = page.getByRole("table", { name: "Country" });
  await expect(countries.getByRole("row").nth(1)).toContainText("Algeria");
  await expect(page.getByText(/never beside another/)).toBeVisible();
  await countries.getByRole("row", { name: /Italy/ }).getByRole("link").nth(1).click();
  await expect(page).toHaveURL(/country=IT/);
  await expect(page.getByRole("region", { name: /What it is made of/ }).getByRole("table")).toContainText(
    "Italy",
  );
});

test("two operations are compared like with like, and what is unlike is refused in words", async ({
  visit,
}) => {
  const page = await visit("leadership");
  await page.goto("/summary");
  await page.getByRole("link", { name: "Compare two operations" }).click();
  await expect(page.getByText("Choose two operations").first()).toBeVisible();
  await page.goto("/summary/compare?a=adwenpa-2-2016&b=adwenpa-3-2017");
  const alike = page.getByRole("table", { name: "Compared", exact: true });
  await expect(alike.getByRole("row", { name: /Officers deployed/i })).toContainText("more than 100");
  const apart = page.getByRole("table", { name: "Not compared" });
  await expect(apart.getByText(/different kinds: methamphetamine and/)).toBeVisible();
  await page.goto("/summary/compare?a=turquesa-3-2021&b=turquesa-4-2022");
  await expect(page.getByText("One is final or validated, the other is not.").first()).toBeVisible();
  await page.goto("/summary/compare?a=turquesa-3-2021&b=hammer-2011");
  await expect(
    page.getByText(/The unit of one of them is not stated|Only one of the two has it/).first(),
  ).toBeVisible();
});

test("the printed summary is a document with mark, period, reader and operator, without buttons or cut tables", async ({
  visit,
}) => {
  const page = await visit("leadership");
  await page.goto("/summary?exercise=1&country=KE");
  await page.getByRole("link", { name: "Page to print" }).click();
  await expect(page).toHaveURL(/print\/summary\?.*exercise=1/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const fact of ["As of", "Handling", "Prepared for", "Run by", "Chosen"])
    await expect(page.getByText(fact, { exact: true })).toBeVisible();
  await expect(page.getByText("Country: Kenya")).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Back to Summary" })).toBeHidden();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  // The width of an A4 sheet between its margins.
  await page.setViewportSize({ width: 673, height: 980 });
  await expectToFit(page);
  const sheets = await page.pdf({ preferCSSPageSize: true });
  expect(sheets.subarray(0, 5).toString()).toBe("%PDF-");
});

test("in Arabic the printed summary is set from right to left, in words of its own", async ({ visit }) => {
  const page = await visit("leadership", { locale: "ar" });
  await page.goto("/print/summary?exercise=1");
  await expect(page.getByText("تقرير موجز", { exact: true })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByText(/تمرين – للاستعمال الرسمي فقط/).first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button")).toHaveCount(0);
  await page.setViewportSize({ width: 673, height: 980 });
  await expectToFit(page);
  const [head, body] = await Promise.all([
    page.getByText("حتى", { exact: true }).first().boundingBox(),
    page.getByRole("article").boundingBox(),
  ]);
  expect(head!.x + head!.width).toBeGreaterThan(body!.x + body!.width / 3);
});

test("whoever has nothing real at work is led to the exercise, and whose role reads no totals meets no filters", async ({
  visit,
}) => {
  const leadership = await visit("leadership");
  await leadership.goto("/");
  await expect(leadership).toHaveURL(/\/summary/);
  await leadership.getByRole("link", { name: "Open the exercise" }).click();
  await expect(leadership).toHaveURL(/summary\?exercise=1/);
  await expect(leadership.getByRole("link", { name: "Open the exercise" })).toHaveCount(0);

  const admin = await visit("admin");
  await admin.goto("/summary");
  await expect(admin.getByText("Not shown")).toBeVisible();
  await expect(admin.getByLabel("Programme")).toHaveCount(0);
});

test("the summary itself prints period, as-of time, handling mark and reader, and no buttons", async ({
  visit,
}) => {
  const page = await visit("leadership");
  await page.goto("/summary?exercise=1");
  await expect(total(page, "checks:documents")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("EXERCISE – FOR OFFICIAL USE ONLY").first()).toBeVisible();
  await expect(page.getByText("As of").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Page to print" })).toBeHidden();
  await expect(page.getByRole("link", { name: "What it is made of" }).first()).toBeHidden();
});
