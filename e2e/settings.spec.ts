import { expect, expectAccessible, expectToFit, test } from "./fixtures.ts";

const mark = () => Math.random().toString(36).slice(2, 8);

test("a programme manager adds an organisation, is warned of one that sounds alike, retires it with a reason and offers it again", async ({
  visit,
}) => {
  const page = await visit("manager");
  const name = `Port Police ${mark()}`;
  await page.goto("/settings");
  await expect(page).toHaveURL(/\/settings\/organisations/);
  await expect(page.getByRole("link", { name: "People", exact: true })).toHaveCount(0);
  const add = async (as: string) => {
    const name = page.getByLabel("Name", { exact: true });
    // A page that is still waking up loses the first press.
    await expect(async () => {
      if (!(await name.isVisible()))
        await page.getByRole("button", { name: "Add an organisation" }).first().click();
      await expect(name).toBeVisible({ timeout: 2000 });
    }).toPass();
    await name.fill(as);
    await page.getByRole("button", { name: "Add an organisation" }).last().click();
  };
  await add(name);
  await expect(page.getByText("is added and offered in the forms")).toBeVisible();
  await add(`the ${name.toUpperCase()}`);
  await expect(page.getByText(/These sound like the same/)).toContainText(name);
  await expectAccessible(page);
  await page.goto(`/settings/organisations?text=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name }).click();
  await page.getByLabel("Acronym").fill("PP");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByRole("button", { name: "Retire" }).click();
  await page.getByLabel("Why it is retired").fill("Merged with the coast guard");
  await page.getByRole("button", { name: "Retire" }).click();
  await expect(page.getByText(/Retired on .*Merged with the coast guard/)).toBeVisible();
  await page.getByRole("button", { name: "Offer it again" }).click();
  await expect(page.getByRole("button", { name: "Retire" })).toBeVisible();
  await expect(
    page
      .getByRole("region", { name: "History" })
      .getByText(/retired/)
      .first(),
  ).toBeVisible();
});

test("an administrator finds people, organisations and border points in the settings, on a phone in Arabic", async ({
  visit,
}) => {
  const page = await visit("admin", { locale: "ar", phone: true });
  await page.goto("/settings");
  await page.getByRole("link", { name: "الجهات" }).click();
  await expect(page).toHaveURL(/\/settings\/organisations/);
  await expect(page.getByRole("button", { name: "إضافة جهة" })).toBeVisible();
  await expectToFit(page);
  await page
    .getByRole("navigation", { name: "الإعدادات" })
    .getByRole("link", { name: "المعابر الحدودية" })
    .click();
  await expect(page).toHaveURL(/\/points/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
