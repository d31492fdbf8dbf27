import { expect, expectAccessible, test } from "./fixtures.ts";

test("a manager finds an operation and goes there by keyboard alone, and does what the palette offers", async ({
  visit,
}) => {
  const page = await visit("manager");
  await page.goto("/");
  await expect(page.locator("[data-live='open']")).toBeAttached();
  await page.keyboard.press("Control+k");
  const field = page.getByPlaceholder(/Codename, reference/);
  await expect(field).toBeFocused();
  await field.fill("hammer");
  await expect(page.getByRole("button", { name: /Operation Hammer/ }).first()).toBeVisible();
  // What was found first is chosen, so that Enter alone opens it.
  await expect(page.locator("[data-action][data-selected]")).toContainText("Operation Hammer");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Operation Hammer");
  await page.keyboard.press("/");
  await field.fill("go to: summ");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/summary/);
});

test("a liaison finds a match of the own country in Arabic, and none of another", async ({ visit }) => {
  const page = await visit("liaison.dz", { locale: "ar" });
  await page.goto("/?exercise=1");
  await expect(page.locator("[data-live='open']")).toBeAttached();
  await page.keyboard.press("Control+k");
  const field = page.getByPlaceholder(/اسم العملية/);
  await field.fill("DZ-00");
  await expect(page.getByRole("button", { name: /^DZ-00/ }).first()).toBeVisible();
  await field.fill("KE-00");
  await expect(page.getByText(/لا شيء مما يحق لكم قراءته/)).toBeVisible();
});

test("a view is kept under a name, opens with its filters, and is forgotten", async ({ visit }) => {
  const page = await visit("leadership");
  await page.goto("/operations?country=IT&state=closed");
  await expect(page.locator("[data-live='open']")).toBeAttached();
  await page.getByRole("button", { name: "Kept views" }).click();
  await page.getByLabel("Name of this view").fill("Italy, closed");
  await page.getByRole("button", { name: "Keep this view" }).click();
  const kept = page.getByRole("link", { name: /Italy, closed/ });
  await expect(kept).toBeVisible();
  await page.goto("/returns");
  await expect(page.locator("[data-live='open']")).toBeAttached();
  await page.getByRole("button", { name: "Kept views" }).click();
  await kept.click();
  await expect(page).toHaveURL(/\/operations\?country=IT&state=closed/);
  await page.getByRole("button", { name: "Kept views" }).click();
  await page.getByRole("button", { name: "Forget Italy, closed" }).click();
  await expect(kept).toHaveCount(0);
});
