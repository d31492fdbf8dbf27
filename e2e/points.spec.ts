import { expect, expectAccessible, expectToFit, test, type Page } from "./fixtures.ts";

/** Opens the point of this name from the directory of the exercise. */
async function openPoint(page: Page, name: string) {
  await page.goto(`/points?exercise=1&text=${encodeURIComponent(name)}`);
  const link = page.getByRole("row").filter({ hasText: name }).getByRole("link").first();
  await page.goto((await link.getAttribute("href")) ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
}

/** The form of a new point, once its map is drawn. */
async function openForm(page: Page) {
  await page.goto("/points/new?exercise=1");
  await expect(page.locator('section[data-ready="true"]')).toBeVisible({ timeout: 60_000 });
}

test("on a phone a liaison requests access, adds the next status, and takes a mistake back with its reason", async ({
  visit,
}) => {
  const co = await visit("liaison.co", { phone: true });
  await openPoint(co, "Rumichaca");
  await expect(co.getByText("Visible to: Colombia · programme HQ")).toBeVisible();
  await co.getByRole("button", { name: "Add access" }).click();
  await co.getByRole("combobox", { name: "System" }).selectOption({ label: "MIND" });
  await expectAccessible(co);
  await co.locator("form").getByRole("button", { name: "Add access" }).click();
  const card = co.getByRole("region", { name: "Access to databases" });
  const mind = card.getByRole("region", { name: "MIND", exact: true }).last();
  await expect(mind.getByText("Requested").first()).toBeVisible();
  await mind.getByRole("button", { name: "Next status" }).click();
  await mind.getByRole("button", { name: "Add the status" }).click();
  await expect(mind.getByText("Fill this in.")).toBeVisible();
  await mind.getByRole("radio", { name: "Approved" }).check();
  await mind.getByRole("textbox", { name: "Note" }).fill("By letter of the ministry");
  await mind.getByRole("button", { name: "Add the status" }).click();
  await expect(mind.getByRole("listitem").filter({ hasText: "By letter of the ministry" })).toBeVisible();
  await mind.getByRole("button", { name: /^Withdraw: Approved/ }).click();
  await mind.getByRole("textbox", { name: "Reason" }).fill("It was the other bridge");
  await mind.getByRole("button", { name: "Withdraw the entry" }).click();
  await expect(mind.getByRole("listitem").filter({ hasText: "It was the other bridge" })).toContainText(
    "Entered by mistake",
  );
  await expect(
    co
      .getByRole("row")
      .filter({ hasText: /status withdrawn.*MIND/ })
      .first(),
  ).toBeVisible();
  await expectToFit(co);
});

test("a month is entered, revised with a reason, and unknown stays apart from zero", async ({ visit }) => {
  const co = await visit("liaison.co");
  await openPoint(co, "Rumichaca");
  const imd = co.getByRole("region", { name: "IMD (mobile device)", exact: true }).last();
  const count = String(1000 + (Date.now() % 8000));
  await imd.getByRole("button", { name: "Enter a month" }).click();
  const month = `20${10 + (Math.floor(Date.now() / 1000) % 15)}-0${1 + (Date.now() % 9)}`;
  await imd
    .getByRole("textbox", { name: "Month" })
    .or(imd.getByLabel(/^Month/))
    .first()
    .fill(month);
  await imd.getByRole("checkbox", { name: /It cannot be said/ }).check();
  await imd.getByRole("button", { name: "Enter the month" }).click();
  const row = imd.getByRole("row").filter({ hasText: "unknown" }).first();
  await expect(row).toBeVisible();
  await row.getByRole("button", { name: "Revise" }).click();
  await imd.getByRole("checkbox", { name: /It cannot be said/ }).uncheck();
  await imd.getByRole("textbox", { name: "Queries" }).fill(count);
  await imd.getByRole("textbox", { name: "Why it is revised" }).fill("The national bureau sent the log");
  await imd.getByRole("button", { name: "Save the revision" }).click();
  await expect(
    imd.getByText("Earlier figure: unknown. Reason: The national bureau sent the log").first(),
  ).toBeVisible();
});

test("a manager makes a point with a pin set by keyboard, and is asked when one is there already", async ({
  visit,
}) => {
  const page = await visit("manager");
  await openForm(page);
  const name = `Crossing ${Date.now()}`;
  await page.getByRole("combobox", { name: "Country", exact: true }).fill("Peru");
  await page.getByRole("option", { name: "Peru" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page
    .getByRole("region", { name: /^The place of the point/ })
    .last()
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Latitude" })).not.toHaveValue("");
  const shift = (Date.now() % 20_000) / 10_000;
  const latitude = (-15 + shift).toFixed(4);
  await page.getByRole("textbox", { name: "Latitude" }).fill(latitude);
  await page.getByRole("textbox", { name: "Longitude" }).fill("-72.5");
  await expect(page.getByRole("textbox", { name: "Time zone" })).toHaveValue("America/Lima");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add the point" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.getByText(`${latitude}, -72.5000`)).toBeVisible();

  await openForm(page);
  await page.getByRole("combobox", { name: "Country", exact: true }).fill("Peru");
  await page.getByRole("option", { name: "Peru" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(`${name} again`);
  await page.getByRole("textbox", { name: "Latitude" }).fill(latitude);
  await page.getByRole("textbox", { name: "Longitude" }).fill("-72.501");
  await expect(page.getByText("This may be here already")).toBeVisible();
  await page.getByRole("button", { name: "Add the point" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "may be this point already" })).toBeVisible();
  await page.getByRole("checkbox", { name: "I looked: this is another point" }).check();
  await page.getByRole("button", { name: "Add the point" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${name} again`);
});

test("of two who change one point the later sees both versions, and what only the other touched stays", async ({
  visit,
}) => {
  const [first, second] = [await visit("manager"), await visit("manager")];
  await openForm(first);
  const name = `Shared ${Date.now()}`;
  await first.getByRole("combobox", { name: "Country", exact: true }).fill("Peru");
  await first.getByRole("option", { name: "Peru" }).click();
  await first.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await first
    .getByRole("textbox", { name: "Latitude" })
    .fill((-8 - (Date.now() % 20_000) / 10_000).toFixed(4));
  await first.getByRole("textbox", { name: "Longitude" }).fill("-75.5");
  await expect(first.getByRole("textbox", { name: "Time zone" })).toHaveValue("America/Lima");
  await first.getByRole("button", { name: "Add the point" }).click();
  await expect(first.getByRole("heading", { level: 1 })).toContainText(name);
  const edit = `${new URL(first.url()).pathname}/edit?exercise=1`;
  for (const page of [first, second]) {
    await page.goto(edit);
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);
  }
  await first.getByRole("textbox", { name: "Time zone" }).fill("America/Bogota");
  await first.getByRole("textbox", { name: "Name", exact: true }).fill(`${name} A`);
  await first.getByRole("button", { name: "Save", exact: true }).click();
  await expect(first.getByRole("heading", { level: 1 })).toContainText(`${name} A`);
  await second.getByRole("textbox", { name: "Name", exact: true }).fill(`${name} B`);
  await second.getByRole("button", { name: "Save", exact: true }).click();
  const zone = second.locator('[data-clash="timeZone"]');
  await expect(zone.getByRole("radio", { name: "Take theirs" })).toBeChecked();
  await expect(second.locator('[data-clash="name"]')).toContainText(`${name} A`);
  await expectAccessible(second);
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await expect(second.getByRole("heading", { level: 1 })).toContainText(`${name} B`);
  await expect(second.getByText("America/Bogota").first()).toBeVisible();
});

test("a point begins with its IATA code or UN/LOCODE and brings its place, which the writer sees", async ({
  visit,
}) => {
  const page = await visit("manager");
  await openForm(page);
  await page.getByRole("radio", { name: "IATA code" }).check();
  const code = page.getByRole("textbox", { name: "IATA code" }).first();
  await code.fill("CUZ");
  await page.getByRole("button", { name: "Find the place" }).click();
  await expect(page.getByText(/Its place is on the map/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(/Velasco Astete/);
  await expect(page.getByRole("textbox", { name: "Time zone" })).toHaveValue("America/Lima");
  await page.getByRole("radio", { name: "UN/LOCODE" }).check();
  const locode = page.getByRole("textbox", { name: "UN/LOCODE" }).first();
  await locode.fill("KEMBA");
  await page.getByRole("button", { name: "Find the place" }).click();
  await expect(page.getByText(/The place is approximate/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Time zone" })).toHaveValue("Africa/Nairobi");
  await locode.fill("KEQQ2");
  await page.getByRole("button", { name: "Find the place" }).click();
  await expect(page.getByText(/No place is known for this code/)).toBeVisible();
});

test("what is left after the pilot is told by month: unused by the log, unknown where nobody can say, in Arabic too", async ({
  visit,
}) => {
  const page = await visit("leadership");
  await openPoint(page, "Nouakchott");
  const card = page.getByRole("region", { name: "What is left of it" });
  await card.getByRole("button", { name: "View as table" }).click();
  const table = card.getByRole("table", { name: /queries, by month/ });
  await expect(table.getByRole("row").filter({ hasText: "1,500" })).toHaveCount(1);
  await expect(card.getByText(/End of Exercise Meridian Pilot/).first()).toBeVisible();
  await openPoint(page, "Cotonou Cadjehoun");
  await card.getByRole("button", { name: "View as table" }).click();
  await expect(table.getByRole("cell", { name: "unknown" }).first()).toBeVisible();
  await page.context().addCookies([{ name: "muster-locale", value: "ar", url: new URL(page.url()).origin }]);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("region", { name: "ما بقي منه" })).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
});

test("a reader of another country sees the point through the operation and nothing of its access", async ({
  visit,
}) => {
  const manager = await visit("manager");
  await openPoint(manager, "Rumichaca");
  const address = new URL(manager.url());
  const rw = await visit("liaison.rw");
  await rw.goto(`${address.pathname}${address.search}`);
  await expect(rw.getByText("Not shown to you")).toBeVisible();
  await expect(rw.getByRole("button", { name: "Add access" })).toBeHidden();
  const pe = await visit("liaison.pe");
  expect((await pe.goto(`${address.pathname}${address.search}`))?.status()).toBe(404);
  const observer = await visit("observer");
  expect((await observer.goto("/points/new?exercise=1"))?.status()).toBe(404);
});
