import { expect, expectAccessible, expectToFit, test, type Page } from "./fixtures.ts";

/** A seizure of ten telephones, and the page on which it stands. */
async function recordSeizure(page: Page): Promise<string> {
  await page.goto("/log/seizure?exercise=1");
  const point = page.getByRole("combobox", { name: "Border point" });
  await expect(point).toBeEnabled();
  await point.selectOption({ index: 1 });
  await page.getByRole("combobox", { name: "What" }).selectOption("mobile_phone");
  await page.getByRole("textbox", { name: "How much" }).fill("10");
  await page.getByRole("radio", { name: "items" }).check();
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await page.getByRole("link", { name: "Open it", exact: true }).click();
  await expect(page.getByRole("button", { name: "Correct it" })).toBeVisible();
  return page.url();
}

async function typeCorrection(page: Page, amount: string) {
  const save = page.getByRole("button", { name: "Save the correction" });
  const open = page.getByRole("button", { name: "Correct it" });
  await expect(save.or(open)).toBeVisible();
  if (await open.isVisible()) await open.click();
  await page.getByRole("textbox", { name: "How much" }).fill(amount);
  // Without a reason nothing is sent: the checks have come once that is said.
  await save.click();
  await expect(page.getByText("Fill this in.")).toBeVisible();
  await page.getByRole("textbox", { name: "Reason of the correction" }).fill("Counted again");
}

const connect = (page: Page, connected: boolean) => page.context().setOffline(!connected);

test("a half-typed correction survives a reload; sent without a connection it waits, goes by itself and gives its receipt", async ({
  visit,
}) => {
  const page = await visit("liaison.it", { phone: true });
  await recordSeizure(page);
  await typeCorrection(page, "11");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "How much" })).toHaveValue("11");
  await expect(page.getByRole("textbox", { name: "Reason of the correction" })).toHaveValue("Counted again");
  await page.getByRole("textbox", { name: "Reason of the correction" }).fill("");
  await typeCorrection(page, "11");
  await connect(page, false);
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(page.getByText("A correction waits on this device")).toBeVisible();
  await expect(page.getByText(/^Correction: Seizure/)).toBeVisible();
  await expect(page.getByText(/saved here/)).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
  await connect(page, true);
  await expect(page.getByText(/sent · receipt [0-9A-F]{4}/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Save the correction" })).toBeHidden();
  await page.getByRole("link", { name: "Open the version that counts" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("11");
});

test("a correction that comes too late comes back: both versions field by field, and neither is lost", async ({
  visit,
}) => {
  const page = await visit("liaison.it", { phone: true });
  const other = await visit("liaison.it");
  await other.goto(await recordSeizure(page));
  await typeCorrection(page, "12");
  await connect(page, false);
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(page.getByText("A correction waits on this device")).toBeVisible();
  await typeCorrection(other, "13");
  await other.getByRole("button", { name: "Save the correction" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toContainText("13");

  await connect(page, true);
  await page.getByRole("link", { name: "1 came back to you" }).click();
  await page.waitForURL(/\/log\?/);
  await expect(
    page.getByText("Someone corrected, withdrew or reviewed this", { exact: false }),
  ).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
  await page.getByRole("link", { name: "Open it and decide" }).click();
  const clash = page.locator('[data-clash="amount"]');
  await expect(clash).toContainText("12");
  await expect(clash).toContainText("13");
  await expect(page.getByRole("textbox", { name: "Reason of the correction" })).toHaveValue("Counted again");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send what is chosen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("12");
  await expect(page.locator("ol > li[data-stands]")).toHaveCount(3);
  await expect(page.getByText(/sent · receipt [0-9A-F]{4}/)).toBeVisible();
});

test("where the browser can keep nothing, nothing is said to be kept: it stays in the form and goes from there", async ({
  visit,
}) => {
  const page = await visit("liaison.it", { phone: true });
  await recordSeizure(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The storage is full", "QuotaExceededError");
    };
  });
  await typeCorrection(page, "14");
  await connect(page, false);
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(page.getByText("this browser has no room to keep what you send")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "How much" })).toHaveValue("14");
  await expectAccessible(page);
  await connect(page, true);
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("14");
});

/** A return of a day that is over, about which the reviewer asks; its address. */
async function askAbout(reviewer: Page, country: string, question: string): Promise<string> {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await reviewer.goto(`/returns?exercise=1&state=submitted&country=${country}&to=${yesterday}`);
  await reviewer.locator("[data-row-link]").first().click();
  await ask(reviewer, question);
  return reviewer.url();
}

async function ask(reviewer: Page, question: string) {
  await reviewer.getByRole("button", { name: "Query the return" }).click();
  await reviewer.getByRole("textbox", { name: "Query the return" }).fill(question);
  await reviewer.getByRole("button", { name: "Send the question" }).click();
  await expect(reviewer.getByRole("list", { name: "Questions and answers" })).toContainText(question);
}

test("an answer sent without a connection waits and gives its receipt; one that comes too late is shown beside the other", async ({
  visit,
}) => {
  const reviewer = await visit("reviewer");
  const address = await askAbout(reviewer, "PH", "Is this exact?");
  const liaison = await visit("liaison.ph", { phone: true });
  await liaison.goto(address);
  const answer = liaison.getByRole("textbox", { name: "Answer" });
  const send = liaison.getByRole("button", { name: "Send the answer" });
  await answer.fill("Yes: two charter flights.");
  await connect(liaison, false);
  await send.click();
  await expect(liaison.getByText("Saved on this device")).toBeVisible();
  await expect(liaison.getByText(/^Answer to the reviewer: Return of/)).toBeVisible();
  await expectAccessible(liaison);
  await connect(liaison, true);
  await expect(liaison.getByText(/sent · receipt [0-9A-F]{4}/)).toBeVisible();
  await expect(answer).toBeHidden();

  await reviewer.reload();
  await ask(reviewer, "On which day?");
  const other = await visit("liaison.ph");
  await other.goto(address);
  await liaison.reload();
  await answer.fill("On the Saturday.");
  await connect(liaison, false);
  await send.click();
  await expect(liaison.getByText("Saved on this device")).toBeVisible();
  await other.getByRole("textbox", { name: "Answer" }).fill("On the Sunday.");
  await other.getByRole("button", { name: "Send the answer" }).click();
  await expect(other.getByRole("textbox", { name: "Answer" })).toBeHidden();
  await connect(liaison, true);
  await expect(liaison.getByText("On the Sunday.")).toBeVisible();
  await expect(liaison.getByRole("textbox", { name: "Answer" })).toBeHidden();
  await expect(liaison.getByText("This question was answered meanwhile.", { exact: false })).toBeVisible();
  await expect(liaison.getByText("On the Saturday.")).toBeVisible();
  await liaison.getByRole("button", { name: "Take it off this device" }).click();
  await expect(liaison.getByText("On the Saturday.")).toBeHidden();
});

test("two correct one return, one of them without a connection: the later sees both and chooses", async ({
  visit,
}) => {
  const page = await visit("liaison.co", { phone: true });
  const other = await visit("liaison.co");
  await page.goto("/returns?exercise=1&state=submitted");
  await page.locator("[data-row-link]").last().click();
  await page.waitForURL(/\/returns\/[0-9a-f-]{36}/);
  await other.goto(page.url());
  // Neither is what was filed, also where the journey is made again.
  const mine = String(100 + Math.floor(Math.random() * 400));
  const theirs = String(Number(mine) + 501);
  for (const [who, count] of [
    [page, mine],
    [other, theirs],
  ] as const) {
    await who.getByRole("link", { name: /Correct it|Complete it/ }).click();
    const field = who.getByRole("textbox", { name: /^SLTD, documents/ });
    await field.fill(count);
    await field.blur();
    await who.getByLabel("Reason for the correction").fill(`Counted again: ${count}`);
  }
  await connect(page, false);
  await page.getByRole("button", { name: "Send the correction" }).click();
  await expect(page.getByText("Saved on this device")).toBeVisible();
  await other.getByRole("button", { name: "Send the correction" }).click();
  await expect(other.getByText(/Sent, receipt [0-9A-F]{4}/)).toBeVisible();

  await connect(page, true);
  await expect(page.getByText("This return was corrected meanwhile.", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Open it and decide" }).click();
  const clash = page.locator('[data-clash^="sltd|documents"]');
  await expect(clash).toContainText(mine);
  await expect(clash).toContainText(theirs);
  await expect(page.getByRole("textbox", { name: /^SLTD, documents/ })).toHaveValue(mine);
  await clash.getByRole("radio", { name: "Take theirs" }).check();
  await expect(page.getByRole("textbox", { name: /^SLTD, documents/ })).toHaveValue(theirs);
  await clash.getByRole("radio", { name: "Keep mine" }).check();
  await expect(page.getByLabel("Reason for the correction")).toHaveValue(`Counted again: ${mine}`);
  await expectAccessible(page);
  await expectToFit(page);
  await page.getByRole("button", { name: "Send the correction" }).click();
  await expect(page.getByText(/Sent, receipt [0-9A-F]{4}/)).toBeVisible();
  await expect(page.getByRole("link", { name: /came back to you/ })).toBeHidden();
});
