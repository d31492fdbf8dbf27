import { expect, expectAccessible, expectToFit, test, type Page } from "./fixtures.ts";

const mark = () => Math.random().toString(36).slice(2, 8).toUpperCase();

async function pick(page: Page, label: string, ...names: string[]) {
  const field = page.getByRole("combobox", { name: label, exact: true });
  for (const name of names) {
    await field.fill(name);
    await page.getByRole("option", { name, exact: true }).click();
  }
  await field.press("Escape");
}

test("a manager opens a programme with its fields; a second revises it at once, both see both versions and neither is lost", async ({
  visit,
}) => {
  const first = await visit("manager");
  const code = `JP${mark()}`;
  await first.goto("/settings");
  await first.getByRole("link", { name: "Programmes", exact: true }).click();
  await expect(first).toHaveURL(/\/settings\/programmes/);
  await first.getByRole("link", { name: "Open a programme" }).click();
  await first.getByLabel("Short name", { exact: true }).fill(code);
  await first.getByRole("button", { name: "Open a programme" }).click();
  await expect(first.getByLabel("Full name")).toBeFocused();
  await first.getByLabel("Full name").fill("Journey of programmes");
  await first.getByLabel("Objective").fill("Fewer forged documents.");
  await first.getByLabel("Donor").fill("Ministry");
  await pick(first, "Crime areas", "Document fraud", "Drugs");
  await pick(first, "Training topics", "I-24/7");
  await pick(first, "Databases", "SLTD");
  await pick(first, "Access systems", "MIND");
  await pick(first, "Sectors taking part", "Police", "Customs");
  await first.getByRole("button", { name: "Open a programme" }).click();
  await expect(first).toHaveURL(/\/settings\/programmes\/[0-9a-f-]{36}/);
  await expect(first.getByRole("heading", { level: 1, name: code })).toBeVisible();
  await expect(first.getByText("No operation belongs to it yet.")).toBeVisible();

  const second = await visit("manager");
  await second.goto(new URL(first.url()).pathname);
  await second.getByLabel("Objective").fill("Fewer forged visas.");
  await second.getByLabel("Donor").fill("European fund");

  await first.getByLabel("Objective").fill("Fewer forged passports.");
  await pick(first, "Databases", "TDAWN");
  await first.getByRole("button", { name: "Save" }).click();
  await expect(first.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(first.getByRole("region", { name: "History" }).getByText(/revised/)).toBeVisible();

  await second.getByRole("button", { name: "Save" }).click();
  const clash = (key: string) => second.locator(`[data-clash="${key}"]`);
  await expect(clash("objective")).toContainText("Fewer forged visas.");
  await expect(clash("objective")).toContainText("Fewer forged passports.");
  await expect(clash("objective").getByRole("radio", { name: "Keep mine" })).toBeChecked();
  await expect(clash("donor")).toContainText("Ministry");
  await expect(clash("donor")).toContainText("European fund");
  // What only the other touched stays theirs unless the person says otherwise.
  await expect(clash("databases")).toContainText("SLTD · TDAWN");
  await expect(clash("databases").getByRole("radio", { name: "Take theirs" })).toBeChecked();
  await expect(clash("name")).toHaveCount(0);
  await expectAccessible(second);
  await expectToFit(second);
  await clash("objective").getByRole("radio", { name: "Take theirs" }).check();
  await expect(second.getByLabel("Objective")).toHaveValue("Fewer forged passports.");
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText("Saved.", { exact: true })).toBeVisible();

  // The first has left the page open meanwhile, and is shown both versions in turn.
  await first.getByLabel("Full name").fill("Journey of both");
  await first.getByRole("button", { name: "Save" }).click();
  const met = first.locator('[data-clash="donor"]');
  await expect(met).toContainText("Ministry");
  await expect(met).toContainText("European fund");
  await expect(met.getByRole("radio", { name: "Take theirs" })).toBeChecked();
  await first.getByRole("button", { name: "Save" }).click();
  await expect(first.getByText("Saved.", { exact: true })).toBeVisible();

  await second.reload();
  await expect(second.getByLabel("Full name")).toHaveValue("Journey of both");
  await expect(second.getByLabel("Objective")).toHaveValue("Fewer forged passports.");
  await expect(second.getByLabel("Donor")).toHaveValue("European fund");
  await expect(second.getByText("TDAWN", { exact: true }).first()).toBeVisible();
  await second.goto(`/settings/programmes?text=${code.toLowerCase()}`);
  await expect(second.getByRole("link", { name: code })).toBeVisible();
  await expect(second.getByText("European fund")).toBeVisible();
});

test("a manager comes to the programmes from a plan; whoever does not plan finds neither tab nor page", async ({
  visit,
}) => {
  const manager = await visit("manager", { locale: "fr" });
  await manager.goto("/operations/new?exercise=1");
  await manager.getByRole("link", { name: "Tous les programmes" }).click();
  await expect(manager).toHaveURL(/\/settings\/programmes\?exercise=1/);
  await expect(manager.getByRole("link", { name: "Ouvrir un programme" })).toBeVisible();
  const admin = await visit("admin");
  await admin.goto("/settings");
  await expect(admin.getByRole("link", { name: "Organisations", exact: true })).toBeVisible();
  await expect(admin.getByRole("link", { name: "Programmes", exact: true })).toHaveCount(0);
  const liaison = await visit("liaison.ke");
  expect((await liaison.goto("/settings/programmes"))?.status()).toBe(404);
});
