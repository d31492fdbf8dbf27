import { expect, expectAccessible, expectToFit, test, type Page } from "./fixtures.ts";

const SENDS = /\/api\/trpc\/.*returns\.(file|supersede)/;

async function openLog(page: Page) {
  await page.goto("/log/return?exercise=1");
  await expect(page.getByLabel("Border point")).toBeVisible();
  // The form is asked for by the page itself: where it stands, the page answers to taps.
  await expect(page.getByRole("button", { name: /Save and send|Complete it|Correct it/ })).toBeVisible();
}

/** A point whose interim return of today nobody has filed and no match was recorded for, so that other journeys keep their days. */
async function openToday(visit: (account: string) => Promise<Page>, accounts: string[]): Promise<Page> {
  for (const account of accounts) {
    const page = await visit(account);
    await openLog(page);
    const points = page.getByLabel("Border point");
    const save = page.getByRole("button", { name: "Save and send" });
    const filed = page.getByRole("button", { name: "Complete it" });
    const noMatches = page.getByRole("button", { name: "Checks made, no matches" });
    const values = await points
      .locator("option")
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    for (const value of values) {
      await points.selectOption(value);
      await page.getByRole("radio", { name: /today, interim/ }).check();
      await expect(points).toHaveValue(value);
      await expect(save.or(filed)).toBeVisible();
      if ((await save.isVisible()) && (await noMatches.isEnabled())) return page;
    }
  }
  throw new Error("every point has filed today");
}

async function typeCount(page: Page, name: RegExp, count: string) {
  const field = page.getByRole("textbox", { name });
  await field.fill(count);
  await field.blur();
}

test("a liaison files yesterday's return on a phone, the reviewer asks, gets an answer and validates", async ({
  visit,
}) => {
  const liaison = await visit("liaison.rw", { phone: true });
  await openLog(liaison);
  await expect(liaison.getByText("EXERCISE").first()).toBeVisible();
  await expectAccessible(liaison);
  await expectToFit(liaison);

  // Corrects the newest return of a day that is over, so that the test needs no day of its own.
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await liaison.goto(`/returns?exercise=1&state=submitted&to=${yesterday}`);
  await liaison.locator("[data-row-link]").first().click();
  await liaison.getByRole("link", { name: "Correct it" }).click();
  await typeCount(liaison, /^SLTD, documents/, "900000");
  await expect(liaison.getByText(/more than double/)).toBeVisible();
  await typeCount(liaison, /^SLTD, documents/, "119");
  await expect(liaison.getByText(/more than double/)).toBeHidden();
  await expect(liaison.getByText(/→/).first()).toBeVisible();
  await liaison.getByRole("button", { name: "Send the correction" }).click();
  await expect(liaison.getByText("Say why the return is corrected.", { exact: false })).toBeVisible();
  await liaison.getByLabel("Reason for the correction").fill("Second shift left out");
  await liaison.getByRole("button", { name: "Send the correction" }).click();
  const receipt = /Sent, receipt ([0-9A-F]{4})/.exec(
    (await liaison.getByText(/Sent, receipt/).textContent()) ?? "",
  )?.[1];
  expect(receipt).toBeTruthy();
  await expect(liaison.getByText(`sent · receipt ${receipt}`)).toBeVisible();

  const reviewer = await visit("reviewer");
  await reviewer.goto(`/returns?exercise=1&state=submitted&country=RW&to=${yesterday}`);
  const rows = reviewer.locator("[data-row-link]");
  await rows.first().click();
  await expect(reviewer.getByText(`Receipt ${receipt}`)).toBeVisible();
  await expectAccessible(reviewer);
  await reviewer.getByRole("button", { name: /^Query: SLTD/ }).click();
  await reviewer.getByRole("textbox", { name: /^Query: SLTD/ }).fill("Is this exact?");
  await reviewer.getByRole("button", { name: "Send the question" }).click();
  await expect(reviewer.getByText("Is this exact?")).toBeVisible();
  const address = reviewer.url();

  await liaison.goto("/returns?exercise=1");
  await expect(liaison.getByText("Is this exact?").first()).toBeVisible();
  await liaison.goto(address);
  await liaison.getByRole("textbox", { name: "Answer" }).fill("Yes: two charter flights.");
  await liaison.getByRole("button", { name: "Send the answer" }).click();
  await expect(liaison.getByRole("textbox", { name: "Answer" })).toBeHidden();

  await reviewer.reload();
  await reviewer.getByRole("button", { name: "Validate the day" }).click();
  await expect(
    reviewer.getByText(/Validated by programme headquarters on behalf of the country/),
  ).toBeVisible();
});

test("a send that fails stays on the device, survives a reload and is counted once", async ({ visit }) => {
  const page = await openToday((who) => visit(who, { phone: true }), ["liaison.bj", "liaison.mr"]);
  await typeCount(page, /^SLTD, documents/, "77");
  await page.reload();
  await expect(page.getByText("What you typed earlier on this device is back.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^SLTD, documents/ })).toHaveValue("77");

  // The request arrives, its reply does not: the worst case for counting twice.
  await page.route(SENDS, async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Save and send" }).click();
  await expect(page.getByText("Saved on this device")).toBeVisible();
  await expect(page.getByText(/saved here/)).toBeVisible();
  await page.unroute(SENDS);
  await page.reload();
  await expect(page.getByText(/sent · receipt [0-9A-F]{4}/)).toBeVisible();
});

test("no checks made is one tap and a reason; nothing typed is never sent as checks", async ({ visit }) => {
  const page = await openToday(
    (who) => visit(who, { phone: true }),
    ["liaison.ph", "liaison.it", "liaison.co"],
  );
  await page.getByRole("button", { name: "Checks made, no matches" }).click();
  await expect(page.getByText("Type at least one number", { exact: false })).toBeVisible();
  await page.getByLabel("Note (optional)").fill("Passport AB1234567 of a man born 12.03.1985");
  await expect(page.getByText(/looks like/i)).toBeVisible();
  await page.getByLabel("Note (optional)").fill("");
  await page.getByRole("button", { name: "No checks made" }).click();
  await page.getByRole("button", { name: "System down" }).click();
  await expect(page.getByText(/Sent, receipt [0-9A-F]{4}/)).toBeVisible();
});

test("leadership reads headers and opens nothing; the missing day is missing, not zero", async ({
  visit,
}) => {
  const page = await visit("leadership");
  await page.goto("/returns?exercise=1&state=missing");
  await expect(page.getByText("not reported").first()).toBeVisible();
  await page.goto("/returns?exercise=1&state=validated");
  await expect(page.getByText("headquarters, on behalf").or(page.getByText("NCB")).first()).toBeVisible();
  await expect(page.locator("[data-row-link]")).toHaveCount(0);
});
