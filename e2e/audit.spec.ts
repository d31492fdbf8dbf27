import { readFileSync } from "node:fs";
import { expect, expectToFit, test } from "./fixtures.ts";

test("an administrator verifies the chains, takes their heads away, and finds both in the trail", async ({
  visit,
}) => {
  const page = await visit("admin");
  await page.goto("/audit");
  await page.getByRole("button", { name: "Verify all chains" }).click();
  await expect(page.getByText(/All chains are whole/)).toBeVisible({ timeout: 20_000 });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the heads" }).click(),
  ]);
  const heads = JSON.parse(readFileSync(await download.path(), "utf8")) as { heads: unknown[]; hmac: null };
  expect(heads).toMatchObject({ hmac: null });
  expect(heads.heads.length).toBeGreaterThan(1);
  await page.getByLabel("Thing").selectOption("audit");
  await expect(page).toHaveURL(/entity=audit/);
  const events = page.getByRole("region", { name: "Events" });
  await expect(events.getByText("Audit trail · heads downloaded").first()).toBeVisible();
  await expect(events.getByText("Audit trail · verified").first()).toBeVisible();
});

test("the filter stands in the address, in Arabic too, and older events are a link", async ({ visit }) => {
  const page = await visit("admin", { locale: "ar", dark: true });
  await page.goto("/audit?chain=KE");
  await expect(page.getByRole("heading", { level: 1, name: "سجل التدقيق" })).toBeVisible();
  await expect(page.getByText(/^KE\.\d+$/).first()).toBeVisible();
  await expect(page.getByText(/^system\.\d+$/)).toHaveCount(0);
  await page
    .getByRole("link", { name: "أحدث الأحداث" })
    .or(page.getByRole("link", { name: "أحداث أقدم" }))
    .first()
    .click();
  await expect(page).toHaveURL(/chain=KE.*before=KE\.\d+|before=KE\.\d+.*chain=KE/);
  await expectToFit(page);
});

test("to a programme manager there is no such page", async ({ visit }) => {
  const page = await visit("manager");
  await page.goto("/audit");
  await expect(page.getByRole("button", { name: "Verify all chains" })).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
