import { expect, expectAccessible, expectToFit, test, type Page } from "./fixtures.ts";

// Operations of this journey are exercises under a name of their own, so that no other journey counts them.
const nameOf = (about: string) => `Planning ${about} ${Date.now().toString(36)}`;

async function choose(page: Page, label: string, text: string) {
  const field = page.getByRole("combobox", { name: label, exact: true });
  await field.fill(text);
  await page.getByRole("option", { name: text }).first().click();
}

async function openPlan(page: Page, address: string, ready = "Codename") {
  await page.goto(address);
  await expect(page.getByLabel(ready)).toBeVisible();
}

/** A draft with one country, one phase and one border point. */
async function openDraft(page: Page, codename: string): Promise<string> {
  await openPlan(page, "/operations/new?exercise=1");
  await page.getByLabel("Codename").fill(codename);
  await page.getByRole("button", { name: "Add a phase" }).click();
  await page.getByRole("combobox", { name: "Kind", exact: true }).selectOption("tactical");
  await page.getByLabel("First day").first().fill("2027-03-01");
  await page.getByLabel("Last day").first().fill("2027-03-10");
  await choose(page, "Add a border point", "Nairobi");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.waitForURL(/\/operations\/planning-[^/]+\?/);
  await expect(page.getByRole("heading", { level: 1, name: codename })).toBeVisible();
  return new URL(page.url()).pathname;
}

test("a manager plans an operation from an empty form; what is wrong stands beside its field, a reload loses nothing", async ({
  visit,
}) => {
  const page = await visit("manager");
  const codename = nameOf("first");
  await page.goto("/operations?exercise=1");
  await page.getByRole("link", { name: "New operation" }).click();
  await expect(page.getByLabel("Codename")).toBeVisible();
  await page.getByRole("button", { name: "Add a phase" }).click();
  await page.getByLabel("First day").fill("2027-03-10");
  await page.getByLabel("Last day").fill("2027-03-01");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByText("Choose a kind or type a label.")).toBeVisible();
  await expect(page.getByText("This ends before it begins.", { exact: false })).toBeVisible();
  await expect(page.getByLabel("Codename")).toBeFocused();
  await page.getByLabel("Codename").fill(codename);
  await page.getByLabel("Label as printed").fill("First wave");
  await page.getByLabel("Last day").fill("2027-03-12");
  await expect(page.getByText("This ends before it begins.", { exact: false })).toBeHidden();
  await page.reload();
  await expect(page.getByText("What you typed earlier on this device is back.")).toBeVisible();
  await expect(page.getByLabel("Codename")).toHaveValue(codename);
  await expectAccessible(page);

  const code = `P${Date.now().toString(36)}`;
  await page.getByRole("button", { name: "New programme" }).click();
  await page.getByLabel("Short name").fill(code);
  await page.getByLabel("Full name").fill("Planning programme");
  await page.getByRole("button", { name: "Make and add it" }).click();
  await expect(page.getByRole("textbox", { name: "Label in print" })).toHaveValue(code);
  await choose(page, "Add a border point", "Nairobi");
  await expect(page.getByRole("button", { name: /^Kenya/ })).toBeVisible();
  await choose(page, "Add an organisation", "Frontex");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.waitForURL(/\/operations\/planning-[^/]+\?/);
  await expect(page.getByText("A draft: only programme managers see it.", { exact: false })).toBeVisible();
  await expect(page.getByText("First wave").first()).toBeVisible();
  await expect(page.getByText("10 – 12 Mar 2027").first()).toBeVisible();
  await expect(page.getByText("Planning programme")).toBeVisible();
  const address = page.url();

  const others = await visit("leadership");
  await others.goto(address);
  await expect(others.getByRole("heading", { level: 1, name: codename })).toBeHidden();
  await page.getByRole("button", { name: "Change state" }).click();
  await page.getByRole("button", { name: "Mark as planned" }).click();
  await expect(page.getByText("Planned", { exact: true }).first()).toBeVisible();
  await others.goto(address);
  await expect(others.getByRole("heading", { level: 1, name: codename })).toBeVisible();
  await expect(others.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
});

test("two managers change one plan at once: both versions are shown and neither is lost", async ({
  visit,
}) => {
  const mine = await visit("manager");
  const path = await openDraft(mine, nameOf("clash"));
  const theirs = await visit("manager");
  for (const page of [mine, theirs]) await openPlan(page, `${path}/edit?exercise=1`);
  await theirs.getByLabel("Objective").fill("Theirs");
  await theirs.getByLabel("Series").fill("Their series");
  await theirs.getByRole("button", { name: "Save the plan" }).click();
  await theirs.waitForURL(/tab=plan/);

  await mine.getByLabel("Objective").fill("Mine");
  await choose(mine, "Add a country", "Peru");
  await mine.getByRole("button", { name: "Save the plan" }).click();
  const clash = (key: string) => mine.locator(`[data-clash="${key}"]`);
  await expect(clash("objective")).toContainText("changed by both");
  await expect(clash("series")).toContainText("changed by the other person");
  await expect(clash("participations:PE")).toContainText("not in the plan");
  await expectAccessible(mine);
  await clash("objective").getByRole("radio", { name: "Take theirs" }).check();
  await mine.getByRole("button", { name: "Save what is chosen" }).click();
  await mine.waitForURL(/tab=plan/);
  await expect(mine.getByText("Peru").first()).toBeVisible();
  await openPlan(mine, `${path}/edit?exercise=1`);
  await expect(mine.getByLabel("Objective")).toHaveValue("Theirs");
  await expect(mine.getByLabel("Series")).toHaveValue("Their series");
});

test("a clone moves every date with its first day and shows them before it is made", async ({ visit }) => {
  const page = await visit("manager");
  const path = await openDraft(page, nameOf("source"));
  const again = nameOf("again");
  await page.getByRole("link", { name: "Clone" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Clone an operation" })).toBeVisible();
  await page.getByLabel("Codename").fill(again);
  await page.getByLabel("New first day").fill("2028-05-01");
  await expect(page.getByText("every date moves by 427 days", { exact: false })).toBeVisible();
  await expect(page.getByRole("cell", { name: "1 – 10 May 2028" }).first()).toBeVisible();
  await expect(page.getByLabel("Year")).toHaveValue("2028");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create the draft" }).click();
  await page.waitForURL(/\/edit/);
  await expect(page.getByLabel("Codename")).toHaveValue(again);
  expect(new URL(page.url()).pathname).not.toContain(path);
  await page.getByRole("button", { name: /^1\. Action days/ }).click();
  await expect(page.getByLabel("First day").first()).toHaveValue("2028-05-01");
});

test("the plan says what the operation is part of, and the days of countries that keep days of their own", async ({
  visit,
}) => {
  const page = await visit("manager");
  const path = await openDraft(page, nameOf("part"));
  await openPlan(page, `${path}/edit?exercise=1`);
  await choose(page, "Part of", "Meridian");
  await page.getByRole("button", { name: "Save the plan" }).click();
  await page.waitForURL(/tab=plan/);
  await expect(page.getByText(/^Part of:/).getByRole("link")).toHaveText(/Meridian/);
  await page.goto("/operations/exercise-meridian-2026?tab=plan&exercise=1");
  const phases = page.getByRole("table", { name: "Phases" });
  await expect(phases.getByRole("row", { name: /^Action days/ })).toContainText(/Italy: \d/);
});

test("what holds results stays in the plan and is put back with one press, on a phone in Arabic", async ({
  visit,
}) => {
  const page = await visit("manager", { locale: "ar", phone: true });
  await openPlan(page, "/operations/exercise-meridian-2026/edit?exercise=1", "الاسم الرمزي");
  await expectToFit(page);
  const kenya = page.getByRole("button", { name: /^إزالة كينيا/ });
  await kenya.click();
  await expect(kenya).toBeHidden();
  await page.getByRole("button", { name: "حفظ الخطة" }).click();
  await expect(page.getByText("لم يُحفظ: هذه تحمل نتائج فتبقى", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "إعادتها" }).click();
  await expect(kenya).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await page.getByRole("button", { name: "البدء من جديد" }).click();
  await expect(kenya).toBeVisible();
});
