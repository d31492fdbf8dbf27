import { planCourse, unique } from "./courses.ts";
import { expect, expectAccessible, expectToFit, test, type Page } from "./fixtures.ts";

const evaluation = (page: Page) => page.getByRole("region", { name: "Evaluation" }).first();
const result = (page: Page, kind: string) => page.getByRole("row").filter({ hasText: kind });

type Asked = { kind: string; mean: string; responses: string; asked?: string };

async function fill(page: Page, { kind, mean, responses, asked }: Asked): Promise<void> {
  await page.getByRole("radio", { name: kind }).check();
  const type = (label: string, text: string) =>
    page.getByRole("textbox", { name: label, exact: true }).fill(text);
  await type("Mean", mean);
  await type("Answers", responses);
  if (asked) await type("Asked (if known)", asked);
}

const save = (page: Page) => page.getByRole("button", { name: "Save the evaluation" }).click();

test("whoever may record attendance enters tests and reactions as means; all who may read see how many answered, where that is known", async ({
  visit,
}) => {
  const title = `Evaluated ${unique()}`;
  const manager = await visit("manager");
  await planCourse(manager, { title, country: "Philippines" });
  const address = new URL(manager.url()).pathname + "?exercise=1";
  const liaison = await visit("liaison.ph", { locale: "en", phone: true });
  await liaison.goto(address);
  await expect(liaison.getByText("No test or reaction is recorded.")).toBeVisible();
  await liaison.getByRole("button", { name: "Add or correct" }).click();
  await save(liaison);
  await expect(liaison.getByText("Type the mean with at most two decimals", { exact: false })).toBeVisible();
  await fill(liaison, { kind: "Test before", mean: "61,5", responses: "25", asked: "24" });
  await save(liaison);
  await expect(liaison.getByText("More answered than were asked.", { exact: false })).toBeVisible();
  await fill(liaison, { kind: "Test before", mean: "61,5", responses: "22", asked: "24" });
  await expectAccessible(liaison);
  await expectToFit(liaison);
  await save(liaison);
  await expect(result(liaison, "Test before")).toContainText("61.5 of 100");
  await expect(result(liaison, "Test before")).toContainText("22 of 24 (92%)");

  // The manager has the page open: what the country enters appears, and the manager may enter too.
  await expect(result(manager, "Test before")).toContainText("22 of 24 (92%)");
  await manager.getByRole("button", { name: "Add or correct" }).click();
  await fill(manager, { kind: "Reactions", mean: "5.5", responses: "18" });
  await save(manager);
  await expect(
    manager.getByText("The mean is higher than the highest mark.", { exact: false }),
  ).toBeVisible();
  await fill(manager, { kind: "Reactions", mean: "4.4", responses: "18" });
  await save(manager);
  await expect(result(manager, "Reactions")).toContainText("4.4 of 5");
  await expect(result(manager, "Reactions")).toContainText("18 answers; how many were asked is not known");

  // What stands is corrected with a reason, never written over.
  await liaison.getByRole("button", { name: "Add or correct" }).click();
  await fill(liaison, { kind: "Test before", mean: "62", responses: "23", asked: "24" });
  await save(liaison);
  await expect(liaison.getByText("Fill this in.")).toBeVisible();
  await liaison.getByLabel("Why is it corrected?").fill("One paper was found");
  await save(liaison);
  await expect(result(liaison, "Test before")).toContainText("62 of 100");
  await expect(result(liaison, "Test before")).toContainText("23 of 24 (96%)");

  const reviewer = await visit("reviewer.ph", { locale: "en" });
  await reviewer.goto(address);
  await expect(result(reviewer, "Test before")).toContainText("62 of 100");
  await expect(result(reviewer, "Reactions")).toContainText("how many were asked is not known");
  await expect(evaluation(reviewer)).toContainText("who did not answer is not in them");
  await expect(reviewer.getByRole("button", { name: "Add or correct" })).toHaveCount(0);
  await expectAccessible(reviewer);
  const foreign = await visit("liaison.co", { locale: "en" });
  await foreign.goto(address);
  await expect(foreign.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(foreign.getByText("61.5")).toHaveCount(0);
  await expect(evaluation(foreign)).toHaveCount(0);
});
