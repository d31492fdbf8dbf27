import { day, planCourse, unique } from "./courses.ts";
import { expect, expectAccessible, expectToFit, test, type Page } from "./fixtures.ts";

/** The page answers to taps: what was typed before would be lost. */
async function answering(page: Page) {
  const box = page.getByRole("combobox", { name: "Topics" });
  await expect(async () => {
    await box.click();
    await expect(page.getByRole("option", { name: "Analysis" })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("Escape");
}

test("a manager plans a session, the liaison records who came on a phone in Arabic, the reviewer validates, the total counts them", async ({
  visit,
}) => {
  const title = `First line ${unique()}`;
  const manager = await visit("manager");
  await planCourse(manager, { title, country: "Algeria" });
  await expect(manager.getByText("EXERCISE").first()).toBeVisible();
  await expect(manager.getByText("Nobody has said who came")).toBeVisible();
  const address = new URL(manager.url()).pathname;
  const id = address.split("/").at(-1) ?? "";
  await manager.getByRole("button", { name: "Mark as held" }).click();
  await expect(manager.getByText("Held", { exact: true }).first()).toBeVisible();
  await expect(manager.getByRole("button", { name: "Back to planned" })).toBeEnabled();
  await expectAccessible(manager);

  const liaison = await visit("liaison.dz", { phone: true, locale: "ar" });
  await liaison.goto("/log?exercise=1");
  await liaison.getByRole("link", { name: /من حضر دورة تدريبية/ }).click();
  await liaison.goto(`/log/attendance?exercise=1&session=${id}`);
  await expect(liaison.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(liaison.getByText("تمرين", { exact: true }).filter({ visible: true }).first()).toBeVisible();
  const first = liaison
    .getByRole("group")
    .filter({ has: liaison.getByLabel(/المدعوون/) })
    .first();
  const type = async (field: RegExp, count: string) => {
    await first.getByLabel(field).fill(count);
    await first.getByLabel(field).blur();
  };
  await type(/المدعوون/, "12");
  await type(/الحاضرون/, "11");
  await type(/شهادة/, "13");
  await expect(liaison.getByText(/الحاصلون على شهادة أكثر من الحاضرين/)).toBeVisible();
  await type(/شهادة/, "10");
  // What was typed survives a reload on this device.
  await liaison.reload();
  await expect(first.getByLabel(/الحاضرون/)).toHaveValue("11");
  await expectAccessible(liaison);
  await expectToFit(liaison);
  await liaison.getByRole("button", { name: "حفظ وإرسال" }).click();
  await expect(liaison.getByText(/أُرسل، الإيصال [0-9A-F]{4}/).first()).toBeVisible();

  await type(/الحاضرون/, "9");
  await type(/شهادة/, "9");
  await liaison.getByRole("button", { name: "إرسال التصحيح" }).click();
  await expect(liaison.getByText("اذكروا سبب تصحيح الحضور.")).toBeVisible();
  await liaison.getByLabel("سبب التصحيح").fill("وصل اثنان متأخرين");
  await liaison.getByRole("button", { name: "إرسال التصحيح" }).click();
  await expect(first.getByLabel(/الحاضرون/)).toHaveValue("9");
  await expect(liaison.getByLabel("سبب التصحيح")).toBeHidden();

  const reviewer = await visit("reviewer.dz", { locale: "en" });
  await reviewer.goto(`${address}?exercise=1`);
  await expect(reviewer.getByText("+9 preliminary")).toBeVisible();
  await reviewer.getByRole("button", { name: "Validate 1 organisation" }).click();
  await expect(reviewer.getByText("Validated", { exact: true })).toBeVisible();
  await expect(reviewer.getByText("75% of those invited", { exact: false })).toBeVisible();
  await expect(reviewer.getByText(/Before: Invited 12 · Attended 11/)).toBeVisible();

  await manager.goto(`/training?exercise=1&country=DZ&from=${day(-4)}&to=${day(-3)}`);
  const row = manager.getByRole("row").filter({ hasText: title });
  await expect(row).toContainText("9");
  await expect(row).toContainText("of 12 invited");
  await expect(row).not.toContainText("Attendance preliminary");
});

test("a reviewer asks back on attendance; the liaison finds the question on Today and answers it", async ({
  visit,
}) => {
  const title = `Questioned ${unique()}`;
  const manager = await visit("manager");
  await planCourse(manager, { title, country: "Rwanda" });
  const address = new URL(manager.url()).pathname + "?exercise=1";
  await manager.getByRole("button", { name: "Mark as held" }).click();
  await expect(manager.getByRole("button", { name: "Back to planned" })).toBeEnabled();

  const liaison = await visit("liaison.rw", { locale: "en" });
  await liaison.goto(`/log/attendance?exercise=1&session=${address.split("/").at(-1)?.split("?")[0]}`);
  const first = liaison
    .getByRole("group")
    .filter({ has: liaison.getByLabel("Invited") })
    .first();
  await first.getByLabel("Invited").fill("20");
  await first.getByLabel("Attended").fill("18");
  await first.getByLabel("Attended").blur();
  await liaison.getByRole("button", { name: "Save and send" }).click();
  await expect(liaison.getByText(/Sent, receipt [0-9A-F]{4}/).first()).toBeVisible();

  const reviewer = await visit("reviewer.rw", { locale: "en" });
  await reviewer.goto(address);
  await reviewer.getByRole("button", { name: "Ask the country" }).click();
  await reviewer.getByRole("button", { name: "Send the question" }).click();
  await expect(reviewer.getByText("Fill this in.")).toBeVisible();
  await reviewer.getByLabel("Your question").fill("Were the two observers counted?");
  await expect(reviewer.getByText("Fill this in.")).toBeHidden();
  await expectAccessible(reviewer);
  await reviewer.getByRole("button", { name: "Send the question" }).click();
  await expect(reviewer.getByText("The reviewer asks about the attendance")).toBeVisible();

  await liaison.goto("/?exercise=1");
  await liaison
    .getByRole("listitem")
    .filter({ hasText: title })
    .filter({ hasText: "Were the two observers counted?" })
    .getByRole("link")
    .first()
    .click();
  await expect(liaison.getByText("The reviewer asks", { exact: true })).toBeVisible();
  await liaison.getByLabel("These numbers are right; my answer stands below.").check();
  await liaison.getByRole("button", { name: "Send the correction" }).click();
  await expect(liaison.getByText("Say why the attendance is corrected.")).toBeVisible();
  await liaison.getByLabel("Your answer to the reviewer").fill("No, officers only");
  await liaison.getByRole("button", { name: "Send the correction" }).click();
  await expect(liaison.getByText("The reviewer asks", { exact: true })).toBeHidden();

  await reviewer.goto(address);
  await expect(reviewer.getByText("No, officers only", { exact: false }).first()).toBeVisible();
  await reviewer.getByRole("button", { name: "Validate 1 organisation" }).click();
  await expect(reviewer.getByText("Validated", { exact: true })).toBeVisible();
});

test("the liaison of another country reads the plan and not who came", async ({ visit }) => {
  const title = `Second line ${unique()}`;
  const manager = await visit("manager");
  await planCourse(manager, { title, country: "Benin" });
  const other = await visit("liaison.co", { locale: "en" });
  await other.goto(new URL(manager.url()).pathname + "?exercise=1");
  await expect(other.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(
    other.getByText("Who came is shown to the country of the session", { exact: false }),
  ).toBeVisible();
  await expect(other.getByRole("link", { name: "Record attendance" })).toBeHidden();
  const stranger = await visit("liaison.pe", { locale: "en" });
  await stranger.goto(new URL(manager.url()).pathname + "?exercise=1");
  await expect(stranger.getByRole("heading", { level: 1 })).not.toContainText(title);
});

test("two who change one session see both versions and lose neither", async ({ visit }) => {
  const title = `Shared ${unique()}`;
  const first = await visit("manager");
  await planCourse(first, { title, country: "Italy" });
  const edit = new URL(first.url()).pathname + "/edit?exercise=1";
  const second = await visit("manager");
  await first.goto(edit);
  await second.goto(edit);
  await answering(first);
  await answering(second);
  await first.getByLabel("Place").fill("Genoa");
  await first.getByLabel("Title").fill(`${title} A`);
  await first.getByRole("button", { name: "Save the plan" }).click();
  await expect(first.getByRole("heading", { level: 1 })).toContainText(`${title} A`);
  await second.getByLabel("Title").fill(`${title} B`);
  await second.getByLabel("Seats").fill("14");
  await second.getByRole("button", { name: "Save the plan" }).click();
  await expect(second.getByText("Someone saved this while you were editing")).toBeVisible();
  // What only the other touched is theirs to begin with; what both touched is mine until I say otherwise.
  const place = second.locator('[data-clash="place"]');
  await expect(place.getByRole("radio", { name: "Take theirs" })).toBeChecked();
  await expect(second.locator('[data-clash="title"]')).toContainText(`${title} A`);
  await expectAccessible(second);
  await second.getByRole("button", { name: "Save the plan" }).click();
  await expect(second.getByRole("heading", { level: 1 })).toContainText(`${title} B`);
  await expect(second.getByText("Genoa").first()).toBeVisible();
  await expect(second.getByText("14", { exact: true })).toBeVisible();
  await expect(second.getByText(/details changed, version 3: .*Seats.*Title/)).toBeVisible();
});

test("the calendar is read by keyboard, right to left too", async ({ visit }) => {
  const page = await visit("leadership", { locale: "ar" });
  await page.goto("/training?exercise=1&view=calendar&month=2026-10");
  await expect(page.getByRole("grid")).toBeVisible();
  await page.locator('[data-day="2026-10-01"]').focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator('[data-day="2026-10-02"]')).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator('[data-day="2026-10-09"]')).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.locator('[data-day="2026-10-05"]')).toBeFocused();
  await page.keyboard.press("PageUp");
  await expect(page.locator('[data-day="2026-09-01"]')).toBeFocused();
  await expect(page).toHaveURL(/month=2026-09/);
  await expectAccessible(page);
});
