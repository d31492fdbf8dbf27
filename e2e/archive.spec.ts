import { expect, expectAccessible, expectToFit, test, settled, type Page } from "./fixtures.ts";

test("the manager opens Operation Hammer and sees the rival claims with their sources and the three matches", async ({
  visit,
}) => {
  const page = await visit("manager");
  await page.goto("/operations");
  await page.getByLabel("Name or programme").fill("hammer");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/text=hammer/);
  await expect(page.getByText("1 operation", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: /Operation Hammer/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Operation Hammer/);

  const claims = page.getByRole("region", { name: "Rival claims" });
  await expect(
    claims.getByRole("row", { name: /record nearly 8,000 travellers passengers INTERPOL joins Frontex/ }),
  ).toBeVisible();
  await expect(
    claims.getByRole("row", { name: /8,000 documents travel documents Operations \(page on STOP\)/ }),
  ).toBeVisible();
  await expect(claims.getByText(/Not summed.*Chosen .* by Import: .?Earliest primary source/)).toBeVisible();
  const figures = page.getByRole("region", { name: "Published figures", exact: true }).first();
  await expect(figures.getByText("matches")).toBeVisible();
  await expect(figures.getByText("3", { exact: true })).toBeVisible();
  await expect(page.getByText("Figures are not split by border point.")).toBeVisible();

  await page
    .getByRole("navigation", { name: "Parts of the operation" })
    .getByRole("link", { name: "History" })
    .click();
  await expect(page.getByRole("cell", { name: "Operation · imported, version 1" })).toBeVisible();
});

test("the Peruvian liaison reads Anaconda and finds nothing of Meridian", async ({ visit }) => {
  const page = await visit("liaison.pe");
  await page.goto("/operations?country=PE&sort=startsOn");
  await page.getByRole("link", { name: "Operation Anaconda" }).click();
  await expect(page.getByRole("table", { name: /What were the 200: name matches/ })).toBeVisible();
  await page.goto("/operations?exercise=1");
  await expect(page.getByText("No operation yet").first()).toBeVisible();
  await page.goto("/operations/exercise-meridian-2026?exercise=1");
  await expect(page.getByRole("heading", { name: "There is nothing here for you" })).toBeVisible();
});

test("the manager sees validated totals of the exercise, preliminary apart, stamped", async ({ visit }) => {
  const page = await visit("manager");
  await page.goto("/operations?exercise=1");
  await page
    .getByRole("link", { name: /^Exercise Meridian/ })
    .first()
    .click();
  await expect(page.getByText("EXERCISE", { exact: true }).first()).toBeVisible();
  const results = page.getByRole("region", { name: "Results" });
  await expect(results.getByText("document checks")).toBeVisible();
  await expect(results.getByText(/^\+[\d,]+ preliminary$/).first()).toBeVisible();
});

test("undated operations keep a lane of their own whatever the period, and arrows walk the timeline", async ({
  visit,
}) => {
  const page = await visit("leadership");
  await page.goto("/operations?view=timeline&from=2011-01-01&to=2011-12-31");
  const undated = page.getByRole("region", { name: "Days not known" });
  await expect(undated.getByRole("link", { name: "Operation Tuy" })).toBeVisible();
  const lanes = page.getByRole("region", { name: "Timeline of the operations" }).getByRole("link");
  await lanes.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(lanes.nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(undated.getByRole("link", { name: "Operation Tuy" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Operation Tuy" })).toBeVisible();
});

test("rows of a list are walked with the arrow keys and opened with Enter", async ({ visit }) => {
  const page = await visit("leadership");
  await page.goto("/operations");
  const rows = page.locator("[data-row-link]");
  await rows.first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(rows.nth(1)).toBeFocused();
  const address = (await rows.nth(1).getAttribute("href")) ?? "";
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === address.split("?")[0]);
});

const PAGES = [
  "/operations/hammer-2011",
  "/operations/andes-2018?tab=plan",
  "/operations/anaconda-2008?tab=sources",
  "/operations/exercise-meridian-2026?exercise=1&tab=results",
  "/operations/hammer-2011?tab=history",
];

for (const how of [{}, { phone: true, dark: true, locale: "ar" }]) {
  const words = [how.locale ?? "en", how.dark ? "dark" : "light", how.phone ? "phone" : "desk"].join(", ");
  for (const path of PAGES)
    test(`${path} is open to all and fits (${words})`, async ({ visit }) => {
      const page = await visit("manager", how);
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await settled(page);
      await expectAccessible(page);
      await expectToFit(page);
    });
}

/** Names that are drawn, with what they touch: another name, a dot, a button, or the edge of the map. */
const touching = (page: Page) =>
  page.evaluate(() => {
    const boxesOf = (what: string) =>
      [...document.querySelectorAll(what)].map((e) => e.getBoundingClientRect());
    const frame = document.querySelector("[data-map-points]")!.getBoundingClientRect();
    const others = [...boxesOf("[data-point-dot]"), ...boxesOf("[data-map-control]")];
    const names = [...document.querySelectorAll<HTMLElement>("[data-point-label]")].filter(
      (name) => getComputedStyle(name).visibility === "visible",
    );
    const meet = (a: DOMRect, b: DOMRect) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const faults = names.flatMap((name, index) => {
      const box = name.getBoundingClientRect();
      const beyond =
        box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
      const before = names.slice(0, index).map((other) => other.getBoundingClientRect());
      return beyond || [...before, ...others].some((other) => meet(box, other)) ? [name.textContent] : [];
    });
    return { drawn: names.length, faults };
  });

for (const [locale, phone] of [
  ["fr", false],
  ["ar", true],
] as const)
  test(`names on the map of operations cover nothing and stay on the map, ${locale}`, async ({ visit }) => {
    const page = await visit("manager", { locale, phone });
    await page.goto("/operations?view=map");
    await expect(page.locator("[data-map-points]")).toHaveAttribute("data-ready", "true", {
      timeout: 60_000,
    });
    await expect.poll(async () => (await touching(page)).drawn).toBeGreaterThan(0);
    expect((await touching(page)).faults).toEqual([]);
    await page.locator("[data-map-points] canvas").focus();
    for (const key of ["+", "+", "ArrowLeft"]) {
      await page.keyboard.press(key);
      await expect.poll(() => touching(page).then(({ faults }) => faults)).toEqual([]);
    }
  });
