import type { Locator } from "@playwright/test";
import { expect, test, type Page } from "./fixtures.ts";

const CHECKS = 641;

type Checks = { validated: number; preliminary: number };

async function countsOf(figure: Locator): Promise<Checks> {
  await expect(figure).toBeVisible();
  const count = async (name: string) => Number((await figure.getAttribute(name)) ?? 0);
  return { validated: await count("data-validated"), preliminary: await count("data-preliminary") };
}

/** Kenya's document checks as leadership reads them on Summary. */
async function onSummary(page: Page): Promise<Checks> {
  await page.goto("/summary?exercise=1&country=KE");
  return countsOf(page.locator("[data-total='checks:documents']").first());
}

/** Namanga's document checks in the table twin of the map. */
async function onTheMap(page: Page): Promise<Checks> {
  await page.goto("/situation?exercise=1&view=table&country=KE");
  return countsOf(page.getByRole("row", { name: /Namanga/ }).locator("[data-total='checks:documents']"));
}

test("the main job: a return filed and validated rises in Summary and Situation; a match is confirmed by another country", async ({
  visit,
}) => {
  test.setTimeout(240_000);
  const leadership = await visit("leadership");
  const before = await onSummary(leadership);
  const pinned = await onTheMap(leadership);

  const kenya = await visit("liaison.ke", { phone: true });
  await kenya.goto("/?exercise=1");
  await kenya.locator("a[href^='/log/return']", { hasText: "Namanga" }).click();
  await expect(kenya.getByText("EXERCISE").first()).toBeVisible();
  await kenya.getByRole("textbox", { name: /^SLTD, documents/ }).fill(String(CHECKS));
  await kenya.getByRole("button", { name: "Checks made, no matches" }).click();
  await expect(kenya.getByText(/Sent, receipt [0-9A-F]{4}/)).toBeVisible();

  // Filed is preliminary, not validated.
  const filed = await onSummary(leadership);
  expect(filed.validated).toBe(before.validated);
  expect(filed.preliminary).toBe(before.preliminary + CHECKS);

  const reviewer = await visit("reviewer.ke");
  await reviewer.goto("/returns?exercise=1&state=submitted&country=KE");
  await reviewer
    .locator("[data-row-link]", { hasText: /Namanga/ })
    .first()
    .click();
  await expect(reviewer.getByText(String(CHECKS)).first()).toBeVisible();
  await reviewer.getByRole("button", { name: "Validate the day" }).click();
  await expect(reviewer.getByText(/Validated by/).first()).toBeVisible();

  expect(await onSummary(leadership)).toEqual({
    validated: before.validated + CHECKS,
    preliminary: before.preliminary,
  });
  expect((await onTheMap(leadership)).validated).toBe(pinned.validated + CHECKS);

  await kenya.goto("/log/match?exercise=1");
  await kenya.getByRole("radio", { name: "SLTD", exact: true }).check();
  await kenya.getByRole("combobox", { name: "Issued by" }).fill("Denmark");
  await kenya.getByRole("listbox", { name: "Issued by" }).getByRole("option", { name: "Denmark" }).click();
  await kenya.getByRole("radio", { name: "Lost", exact: true }).check();
  await kenya.getByRole("button", { name: "Record the match" }).click();
  const reference = (await kenya.locator("[data-reference]").textContent()) ?? "";
  expect(reference).toMatch(/^KE-\d{4}$/);
  await kenya.getByRole("link", { name: "Open the match" }).click();
  await kenya.getByRole("button", { name: "Confirmation was asked for" }).click();
  await kenya.locator("form").getByRole("button", { name: "Confirmation was asked for" }).click();
  await expect(kenya.getByText("Reply from Denmark")).toBeVisible();

  const denmark = await visit("liaison.dk");
  await denmark.goto("/confirmations?exercise=1");
  const request = denmark.locator("section").filter({ hasText: reference });
  await expect(request).toContainText("Kenya asks");
  for (const hidden of ["Meridian", "Nairobi", "Namanga", "Mombasa"])
    await expect(request).not.toContainText(hidden);
  await request.getByRole("button", { name: "Answer", exact: true }).click();
  await request.getByRole("radio", { name: "We confirm it" }).check();
  await request.getByRole("button", { name: "Send the answer" }).click();
  await expect(request).toBeHidden();
  await denmark.goto(kenya.url());
  await expect(denmark.getByText("lies outside what you may see", { exact: false })).toBeVisible();
  await denmark.goto("/operations/exercise-meridian-2026?exercise=1");
  await expect(denmark.getByRole("heading", { name: "There is nothing here for you" })).toBeVisible();

  await kenya.reload();
  await expect(
    kenya
      .getByRole("listitem")
      .filter({ hasText: /Confirmed/ })
      .first(),
  ).toBeVisible();

  const peru = await visit("liaison.pe");
  await peru.goto("/matches?exercise=1&queue=all");
  await expect(peru.getByText("No matches here")).toBeVisible();
  await peru.goto("/operations?exercise=1");
  await expect(peru.getByText("No operation yet").first()).toBeVisible();
  await peru.goto("/operations?country=PE");
  await expect(peru.getByRole("link", { name: "Operation Anaconda" })).toBeVisible();
});
