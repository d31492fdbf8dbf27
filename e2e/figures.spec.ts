import type { Locator } from "@playwright/test";
import { expect, expectAccessible, test, type Page } from "./fixtures.ts";

const TAB = "/operations/exercise-meridian-2026?tab=sources&exercise=1";
const mark = () => `journey ${Math.random().toString(36).slice(2, 8)}`;

/** Presses until the page answers: a page that is still waking up loses the first press. */
async function press(page: Page, button: string, appears: Locator) {
  await expect(async () => {
    if (!(await appears.isVisible())) await page.getByRole("button", { name: button }).first().click();
    await expect(appears).toBeVisible({ timeout: 2000 });
  }).toPass();
}

const revise = (page: Page) => press(page, "Revise", page.getByLabel("Why it is revised"));

async function enter(page: Page, label: string, number: string) {
  await page.goto(TAB);
  await page.getByRole("link", { name: "Enter a figure" }).click();
  // Arrests are not searched in databases: the field leaves once the form is awake.
  await expect(async () => {
    await page.getByLabel("What was counted").selectOption("checks");
    await page.getByLabel("What was counted").selectOption("arrests");
    await expect(page.getByLabel("Databases")).toHaveCount(0, { timeout: 1000 });
  }).toPass();
  await page.getByLabel("Label as printed").fill(label);
  await page.getByRole("textbox", { name: "Number" }).fill(number);
  await page.getByRole("button", { name: "Enter a figure" }).click();
  await expect(page.getByRole("link", { name: label })).toBeVisible();
}

const open = (page: Page, label: string) => page.getByRole("link", { name: label }).click();

async function withdraw(page: Page, label: string) {
  await page.goto(TAB);
  await open(page, label);
  await press(page, "Withdraw this figure", page.getByLabel("Why it is withdrawn"));
  await page.getByLabel("Why it is withdrawn").fill("Entered by a journey");
  await page.getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Withdrawn figures" })).toBeVisible();
}

test("a programme manager enters a figure, revises it with a reason, and both versions stay readable", async ({
  visit,
}) => {
  const page = await visit("manager");
  const label = mark();
  await enter(page, label, "4100");
  // Beside Muster's own total of the same operation, with the difference in words.
  const beside = page.getByRole("region", { name: "Published and counted" });
  await expect(beside.getByText(/more published/).first()).toBeVisible();
  await open(page, label);
  await revise(page);
  await page.getByRole("textbox", { name: "Number" }).fill("4200");
  await page.getByLabel("Why it is revised").fill("The ministry counted again");
  await page.getByRole("button", { name: "Revise" }).click();
  await open(page, label);
  const versions = page.getByRole("region", { name: "Versions" });
  await expect(versions.getByText("4,200")).toBeVisible();
  await expect(versions.getByText("4,100")).toBeVisible();
  await expect(versions.getByText("The ministry counted again")).toBeVisible();
  await expect(page.getByRole("heading", { name: "History" })).toBeVisible();
  await expectAccessible(page);
  await withdraw(page, label);
  await expect(page.getByRole("link", { name: label })).toBeVisible();
});

test("two people revise one figure: the second sees both versions field by field and loses neither", async ({
  visit,
}) => {
  const [first, second] = [await visit("manager"), await visit("manager")];
  const label = mark();
  await enter(first, label, "30");
  await second.goto(TAB);
  for (const page of [first, second]) {
    await open(page, label);
    await revise(page);
  }
  await first.getByRole("textbox", { name: "Number" }).fill("31");
  await first.getByLabel("Why it is revised").fill("A later count");
  await first.getByRole("button", { name: "Revise" }).click();
  await expect(first.getByRole("heading", { name: "Published figures" })).toBeVisible();
  await second.getByRole("textbox", { name: "Number" }).fill("32");
  await second.getByLabel("Note").fill("Counted by the port police");
  await second.getByLabel("Why it is revised").fill("Another count");
  await second.getByRole("button", { name: "Revise" }).click();
  const clash = second.locator('[data-clash="value"]');
  await expect(clash).toContainText("31");
  await expect(clash).toContainText("32");
  await clash.getByRole("radio", { name: "Take theirs" }).press("Space");
  await second.getByRole("button", { name: "Revise" }).click();
  await open(second, label);
  const versions = second.getByRole("region", { name: "Versions" });
  await expect(versions.getByRole("row")).toHaveCount(4);
  await expect(second.getByText("Counted by the port police")).toBeVisible();
  await withdraw(second, label);
});

test("rival claims: a question is opened, the record chosen with a reason and changed, and the first choice stays readable", async ({
  visit,
}) => {
  const page = await visit("manager");
  const label = mark();
  const question = `How many were arrested? ${label}`;
  await enter(page, label, "77");
  await press(page, "Open a question", page.getByRole("textbox", { name: "Question", exact: true }));
  await page.getByRole("textbox", { name: "Question", exact: true }).fill(question);
  const claims = page
    .getByRole("combobox", { name: "Figures that claim to answer it" })
    .or(page.getByRole("textbox", { name: "Figures that claim to answer it" }));
  await claims.first().fill(label);
  await page.getByRole("option", { name: new RegExp(label) }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open the question" }).click();
  const card = page.getByRole("region").filter({ hasText: question }).first();
  const section = page.locator("section").filter({ hasText: question }).last();
  await expect(card).toBeVisible();
  await section.getByRole("button", { name: "Choose the figure of record" }).click();
  await section.getByLabel("record", { exact: true }).selectOption({ index: 1 });
  await section.getByLabel("Reason").fill("The only primary source");
  await section.getByRole("button", { name: "Keep this choice" }).click();
  await expect(section.getByText(/by you: .*The only primary source/)).toBeVisible();
  await section.getByRole("button", { name: "Choose again" }).click();
  await section.getByLabel("record", { exact: true }).selectOption({ index: 0 });
  await section.getByLabel("Reason").fill("It counts another week");
  await section.getByRole("button", { name: "Keep this choice" }).click();
  await expect(section.getByText(/no figure of record: .*It counts another week/)).toBeVisible();
  await section.getByText("1 earlier choice").click();
  await expect(section.getByText(/The only primary source/)).toBeVisible();
  await withdraw(page, label);
});

test("whoever only reads finds no way to enter, and no page for it", async ({ visit }) => {
  const page = await visit("leadership");
  await page.goto(TAB);
  await expect(page.getByRole("heading", { name: "Sources", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Enter a figure" })).toHaveCount(0);
  await page.goto("/operations/exercise-meridian-2026/figures/new?exercise=1");
  await expect(page.getByLabel("What was counted")).toHaveCount(0);
});
