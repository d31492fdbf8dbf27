import { expect, expectAccessible, test } from "./fixtures.ts";

const lane = (key: string) => `[data-lane$="${key}"]`;

test("a manager walks, unfolds, steps and zooms the timeline with the keyboard, and opens an operation", async ({
  visit,
}) => {
  const page = await visit("manager");
  await page.goto("/operations?view=timeline&exercise=1&text=meridian&zoom=quarter&at=2026-11-22");
  const chart = page.getByRole("region", { name: "Timeline of the operations" });
  await expect(chart.locator("[data-today]").first()).toBeAttached();
  const operation = chart.getByRole("link", { name: /^Exercise Meridian/ }).first();
  await operation.focus();
  await expect(chart.getByRole("link", { name: /^Nairobi/ })).toHaveCount(0);
  await chart.getByRole("button", { name: "Details of Kenya" }).click();
  await expect(chart.getByRole("link", { name: /Jomo Kenyatta/ })).toBeVisible();
  await operation.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(chart.getByRole("link", { name: /^Training/ })).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(chart.locator(":focus")).not.toHaveText(/^Exercise Meridian/);
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/at=2027-01-01/);
  await page.keyboard.press("t");
  await expect(page).not.toHaveURL(/at=2027-01-01/);
  await page.keyboard.press("-");
  await expect(page).not.toHaveURL(/zoom=/);
  await expect(operation).toBeVisible();
  await operation.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Exercise Meridian");
});

test("by country in Arabic the axis runs from the right, and the arrow of reading unfolds", async ({
  visit,
}) => {
  const page = await visit("manager", { locale: "ar", dark: true });
  await page.goto("/operations?view=timeline&exercise=1&by=country&zoom=month&at=2026-11-22");
  const bars = page.locator("[data-level='1'] [data-kind='tactical']");
  await expect(bars.first()).toBeVisible();
  const track = (await bars.first().locator("xpath=..").boundingBox())!;
  const bar = (await bars.first().boundingBox())!;
  // The exercise's action days began early in the month: near the right edge, where an Arabic axis starts.
  expect(track.x + track.width - (bar.x + bar.width)).toBeLessThan(track.width / 3);
  const country = page.locator(lane("KE"));
  await country.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator('[data-parent="KE"]')).toHaveCount(0);
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator('[data-parent="KE"]')).not.toHaveCount(0);
  await expectAccessible(page);
});

test("on paper the timeline keeps its days, its line of today and its legend, and nothing to press", async ({
  visit,
}) => {
  const page = await visit("leadership");
  await page.goto("/operations?view=timeline&exercise=1&zoom=quarter&at=2026-11-22");
  await expect(page.locator("[data-today]").first()).toBeAttached();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("1 Oct – 31 Dec 2026")).toBeVisible();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByText("Action days").last()).toBeVisible();
});
