import { expect, expectAccessible, expectToFit, test, type Page } from "./fixtures.ts";

/** Fills in the few answers of a match on a document of this country and records it; gives the reference. */
async function recordOn(page: Page, issuer: string, status: string): Promise<string> {
  await page.goto("/log/match?exercise=1");
  // Which database answered is a choice: one tap alone records nothing.
  await page.getByRole("button", { name: "Record the match" }).click();
  await expect(page.getByText("Choose one of the offered answers.")).toBeVisible();
  await page.getByRole("radio", { name: "SLTD", exact: true }).check();
  await page.getByRole("combobox", { name: "Issued by" }).fill(issuer);
  await page.getByRole("listbox", { name: "Issued by" }).getByRole("option", { name: issuer }).click();
  await page.getByRole("radio", { name: status, exact: true }).check();
  await page.getByRole("button", { name: "Record the match" }).click();
  const reference = page.locator("[data-reference]");
  await expect(reference).toHaveText(/^[A-Z]{2}-\d{4}$/);
  return (await reference.textContent()) ?? "";
}

async function askToConfirm(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Open the match" }).click();
  await expect(page.getByText("Second line: the finding")).toBeVisible();
  await page.getByRole("button", { name: "Confirmation was asked for" }).click();
  await page.locator("form").getByRole("button", { name: "Confirmation was asked for" }).click();
}

test("a match recorded on a phone is confirmed by the issuing country, which sees the request alone", async ({
  visit,
}) => {
  const ph = await visit("liaison.ph", { phone: true });
  const reference = await recordOn(ph, "Denmark", "Lost");
  expect(reference).toMatch(/^PH-/);
  await expect(ph.getByText(`Quote ${reference} on I-24/7`)).toBeVisible();
  await expect(ph.getByText("Visible to: Philippines · programme HQ")).toBeVisible();
  await askToConfirm(ph);
  await expect(ph.getByText("Reply from Denmark")).toBeVisible();
  await expectToFit(ph);
  const story = ph.url();

  const dk = await visit("liaison.dk", { dark: true });
  await dk.goto("/confirmations?exercise=1");
  const request = dk.locator("section").filter({ hasText: reference });
  await expect(request).toContainText("Philippines asks");
  await expect(request).toContainText("SLTD · Lost");
  await expect(request).toContainText("EXERCISE");
  await expect(request).not.toContainText("Meridian");
  await request.getByRole("button", { name: "Answer", exact: true }).click();
  await request.getByRole("button", { name: "Send the answer" }).click();
  await expect(request.getByText("Fill this in.")).toBeVisible();
  await request.getByRole("radio", { name: "We do not confirm it" }).check();
  await request.getByRole("radio", { name: "Holder’s own document" }).check();
  await expectAccessible(dk);
  await request.getByRole("button", { name: "Send the answer" }).click();
  await expect(request).toBeHidden();
  await dk.goto("/confirmations?exercise=1&answered=1");
  await expect(dk.locator("section").filter({ hasText: reference })).toContainText(
    "Not confirmed: Holder’s own document",
  );
  await dk.goto("/matches?exercise=1&queue=all");
  await expect(dk.getByText("No matches here")).toBeVisible();
  expect((await dk.goto(story))?.status()).toBe(404);

  await ph.reload();
  await expect(
    ph.getByRole("listitem").filter({ hasText: "Not confirmed: Holder’s own document" }),
  ).toContainText("Muster");
  await ph.getByRole("button", { name: "Close the match" }).click();
  await ph.getByRole("radio", { name: "Follow-up done" }).check();
  await ph.locator("form").getByRole("button", { name: "Close the match" }).click();
  await expect(ph.getByText("This match is closed.")).toBeVisible();

  const reviewer = await visit("reviewer.ph");
  await reviewer.goto(story);
  await reviewer.getByRole("button", { name: "Ask the recorder" }).click();
  await expect(reviewer.getByText("Fill this in.")).toBeVisible();
  await reviewer.getByRole("textbox", { name: "Your question" }).fill("Which counter?");
  await reviewer.getByRole("button", { name: "Ask the recorder" }).click();
  await expect(reviewer.getByRole("listitem").filter({ hasText: "Which counter?" })).toBeVisible();
});

test("without a connection a match waits on the device, is sent once, and a draft survives a reload", async ({
  visit,
}) => {
  const it = await visit("liaison.it", { phone: true });
  await it.goto("/log/match?exercise=1");
  await it.getByRole("radio", { name: "Nominal data" }).check();
  await it.getByRole("combobox", { name: "Notice" }).selectOption({ label: "Red Notice" });
  await it.reload();
  await expect(it.getByText("This is what you had begun.", { exact: false })).toBeVisible();
  await expect(it.getByRole("combobox", { name: "Notice" })).toHaveValue("red");
  await it.getByText("More, now or later").click();
  const note = it.getByRole("textbox", { name: "Note" });
  await note.fill("Passport AB1234567 in second bag");
  await expect(it.getByText(/looks like|personal/i).first()).toBeVisible();
  await note.fill("Second bag, lane 4");
  await expectAccessible(it);
  await it.context().setOffline(true);
  await it.getByRole("button", { name: "Record the match" }).click();
  await expect(it.getByText("There is no connection.", { exact: false })).toBeVisible();
  const sent = it.waitForResponse((response) => response.url().includes("matches.record"));
  await it.context().setOffline(false);
  expect((await sent).status()).toBe(200);
  await expect(it.locator("[data-reference]")).toHaveText(/^IT-\d{4}$/);
  await it.goto("/matches?exercise=1&sort=-detectedAt");
  const row = it.getByRole("row").filter({ hasText: "Nominal data · Red Notice" }).first();
  await row.getByRole("link").first().click();
  await expect(it.getByText("A Red Notice is not a warrant everywhere", { exact: false })).toBeVisible();
  await expect(it.getByText("Second bag, lane 4")).toBeVisible();
});

test("a reply over the phone is entered with its time, in Arabic", async ({ visit }) => {
  const it = await visit("liaison.it");
  await recordOn(it, "Sweden", "Stolen");
  await askToConfirm(it);
  await expect(it.getByText("Reply from Sweden")).toBeVisible();
  await it.context().addCookies([{ name: "muster-locale", value: "ar", url: new URL(it.url()).origin }]);
  await it.reload();
  await expect(it.locator("html")).toHaveAttribute("dir", "rtl");
  await it.getByRole("button", { name: "تسجيل الرد" }).click();
  const form = it.locator("form");
  await form.getByRole("radio", { name: "مؤكد", exact: true }).check();
  await form.getByRole("radio", { name: "هاتف" }).check();
  await expectAccessible(it);
  await expectToFit(it);
  await form.getByRole("button", { name: "تسجيل الرد" }).click();
  await expect(it.getByRole("listitem").filter({ hasText: "هاتف" })).toBeVisible();
});
