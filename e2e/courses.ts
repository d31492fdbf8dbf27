import { expect, type Page } from "./fixtures.ts";

export const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
export const unique = () => Math.random().toString(36).slice(2, 8);

async function choose(page: Page, field: string, text: string) {
  const box = page.getByRole("combobox", { name: field });
  const option = page.getByRole("option", { name: text });
  // Before the page answers to taps, what is typed opens no list.
  await expect(async () => {
    await box.click();
    await box.fill(text);
    await expect(option).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await option.click();
  await page.keyboard.press("Escape");
}

/** The manager plans a course of two days that are over, so that nothing waits for a calendar. */
export async function planCourse(page: Page, { title, country }: { title: string; country: string }) {
  await page.goto("/training/new?exercise=1");
  await choose(page, "Country", country);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Place").fill("Border school");
  await page.getByLabel("First day").fill(day(-4));
  await page.getByLabel("Last day").fill(day(-3));
  await choose(page, "Languages", "Arabic");
  await choose(page, "Topics", "Document fraud");
  await page.getByRole("button", { name: "Plan the session" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
}
