import { expect, expectAccessible, expectToFit, test, type Page } from "./fixtures.ts";

const mark = () => Math.random().toString(36).slice(2, 8);

/** Opens the form where it is closed and adds an organisation of this name. */
async function addOrganisation(page: Page, as: string): Promise<void> {
  const name = page.getByLabel("Name", { exact: true });
  // A page that is still waking up loses the first press.
  await expect(async () => {
    if (!(await name.isVisible()))
      await page.getByRole("button", { name: "Add an organisation" }).first().click();
    await expect(name).toBeVisible({ timeout: 2000 });
  }).toPass();
  await name.fill(as);
  await page.getByRole("button", { name: "Add an organisation" }).last().click();
}

test("a programme manager adds an organisation, is warned of one that sounds alike, retires it with a reason and offers it again", async ({
  visit,
}) => {
  const page = await visit("manager");
  const name = `Port Police ${mark()}`;
  await page.goto("/settings");
  await expect(page).toHaveURL(/\/settings\/organisations/);
  await expect(page.getByRole("link", { name: "People", exact: true })).toHaveCount(0);
  await addOrganisation(page, name);
  await expect(page.getByText("is added and offered in the forms")).toBeVisible();
  await addOrganisation(page, `the ${name.toUpperCase()}`);
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

test("two who revise one organisation see both versions field by field and lose neither", async ({
  visit,
}) => {
  const name = `Coast Watch ${mark()}`;
  const first = await visit("manager");
  await first.goto("/settings/organisations");
  await addOrganisation(first, name);
  await expect(first.getByText("is added and offered in the forms")).toBeVisible();
  await first.goto(`/settings/organisations?text=${encodeURIComponent(name)}`);
  await first.getByRole("link", { name }).click();
  await expect(first).toHaveURL(/\/settings\/organisations\/[0-9a-f-]{36}$/);
  const second = await visit("admin");
  await second.goto(new URL(first.url()).pathname);
  const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
  await expect(field(second, "Name")).toHaveValue(name);
  await field(second, "Name").fill(`${name} B`);
  await field(second, "Kind").selectOption("border_guard");

  await field(first, "Name").fill(`${name} A`);
  await field(first, "Acronym").fill("CWA");
  await first.getByRole("button", { name: "Save" }).click();
  await expect(first.getByText("Saved.")).toBeVisible();

  // What is typed stays while the page hears that somebody else saved.
  await expect(second.getByRole("heading", { level: 1 })).toHaveText(`${name} A`);
  await expect(field(second, "Name")).toHaveValue(`${name} B`);
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText("Someone saved this while you were editing")).toBeVisible();
  const clash = (key: string) => second.locator(`[data-clash="${key}"]`);
  await expect(clash("name")).toContainText(`${name} A`);
  await expect(clash("name")).toContainText(`${name} B`);
  await expect(clash("name").getByRole("radio", { name: "Keep mine" })).toBeChecked();
  // What only the other touched is theirs to begin with, and what only I touched is mine.
  await expect(clash("acronym").getByRole("radio", { name: "Take theirs" })).toBeChecked();
  await expect(clash("kind").getByRole("radio", { name: "Keep mine" })).toBeChecked();
  await expect(clash("countryCode")).toHaveCount(0);
  await expect(field(second, "Acronym")).toHaveValue("CWA");
  await expectAccessible(second);
  await clash("name").getByRole("radio", { name: "Take theirs" }).check();
  await expect(field(second, "Name")).toHaveValue(`${name} A`);
  await clash("name").getByRole("radio", { name: "Keep mine" }).check();
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText("Saved.")).toBeVisible();
  await expect(second.locator("[data-clash]")).toHaveCount(0);

  await first.reload();
  await expect(field(first, "Name")).toHaveValue(`${name} B`);
  await expect(field(first, "Acronym")).toHaveValue("CWA");
  await expect(field(first, "Kind")).toHaveValue("border_guard");
});
