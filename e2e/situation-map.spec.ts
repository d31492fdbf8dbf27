import { openDatabase, type Database } from "./database.ts";
import { expect, test, type Page } from "./fixtures.ts";
import { STRETCH_DAYS, stretchOf } from "#features/situation/rules.ts";
import { daysBetween } from "#lib/period.ts";

const READY = Number(process.env.E2E_READY ?? 60_000);
const map = (page: Page) => page.locator("[data-map-points]");

async function openMap(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(map(page)).toHaveAttribute("data-ready", "true", { timeout: READY });
}

type Chosen = { operation?: string; country?: string; from?: string; to?: string; points?: string[] };
type Sums = Record<string, number>;

/** What the database counts of the exercise in a choice, straight from the facts' totals. */
async function sumsOf(database: Database, { operation, country, from, to, points }: Chosen): Promise<Sums> {
  const asked = [operation ?? null, country ?? null, from ?? null, to ?? null, points ?? null];
  const { rows } = await database.query<{ what: string; n: string }>(
    `WITH chosen AS (SELECT o.id FROM operation o WHERE o.exercise AND o.state <> 'draft' AND ($1::text IS NULL OR o.slug = $1)),
     places AS (
       SELECT DISTINCT b.id FROM border_point b JOIN deployment d ON d.border_point_id = b.id
       WHERE d.operation_id IN (SELECT id FROM chosen) AND b.latitude IS NOT NULL AND ($2::text IS NULL OR b.country_code = $2)
         AND ($5::text[] IS NULL OR b.code = ANY ($5)))
     SELECT 'points' AS what, count(*) AS n FROM places HAVING count(*) > 0
     UNION ALL
     SELECT t.measure || ':' || t.unit || CASE WHEN t.validated THEN '' ELSE ':preliminary' END, sum(t.total)
     FROM point_total t JOIN places p ON p.id = t.border_point_id
     WHERE t.operation_id IN (SELECT id FROM chosen) AND t.measure IN ('checks', 'matches', 'confirmed_matches')
       AND ($3::date IS NULL OR t.local_date >= $3) AND ($4::date IS NULL OR t.local_date <= $4)
     GROUP BY 1 HAVING sum(t.total) > 0`,
    asked,
  );
  return Object.fromEntries(rows.map(({ what, n }) => [what, Number(n)]));
}

/** What the map itself holds, read through its own interface. */
async function contentsOf(page: Page, query: string): Promise<Sums | string> {
  const [asked, written] = await Promise.all(
    ["data-map-asked", "data-map-contents"].map((name) => map(page).getAttribute(name)),
  );
  const wanted = new URLSearchParams(query);
  const shown = new URL(asked ?? "", "http://map").searchParams;
  for (const name of ["operation", "country", "from", "to", "points"])
    if (wanted.get(name) !== shown.get(name)) return `${name} is still ${shown.get(name)}`;
  const sums: Sums = {};
  for (const { id: _, ...held } of JSON.parse(written ?? "[]") as Sums[])
    for (const [what, n] of Object.entries(held)) sums[what] = (sums[what] ?? 0) + n;
  return sums;
}

/** Park and Miller: the same choices for the same seed. */
function chanceOf(seed: number) {
  let state = seed;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return {
    maybe: (share: number) => next() < share,
    pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!,
  };
}

test("what the map holds equals the database for 20 random choices", async ({ visit }) => {
  test.setTimeout(300_000);
  const seed = Number(process.env.E2E_SEED ?? Date.now() % 1_000_000) + 1;
  test.info().annotations.push({ type: "seed", description: String(seed) });
  const chance = chanceOf(seed);
  const database = await openDatabase();
  const page = await visit("leadership");
  await openMap(page, "/situation?exercise=1");
  const named = async (sql: string) => (await database.query<{ v: string }>(sql)).rows.map(({ v }) => v);
  const of =
    "FROM deployment d JOIN operation o ON o.id = d.operation_id JOIN border_point b ON b.id = d.border_point_id WHERE o.exercise AND o.state <> 'draft'";
  const operations = await named(`SELECT DISTINCT o.slug AS v ${of}`);
  const countries = await named(`SELECT DISTINCT d.country_code AS v ${of} ORDER BY 1`);
  const codes = await named(`SELECT DISTINCT b.code AS v ${of} AND b.latitude IS NOT NULL ORDER BY 1`);
  const days = await named(
    "SELECT DISTINCT local_date::text AS v FROM point_total t JOIN operation o ON o.id = t.operation_id WHERE o.exercise ORDER BY 1",
  );
  for (let round = 0; round < 20; round += 1) {
    const [one, other] = [chance.pick(days), chance.pick(days)].toSorted();
    const chosen: Chosen = {
      ...(chance.maybe(0.3) ? { operation: chance.pick(operations) } : {}),
      ...(chance.maybe(0.3) ? { country: chance.pick(countries) } : {}),
      ...(chance.maybe(0.5) ? { from: one! } : {}),
      ...(chance.maybe(0.5) ? { to: other! } : {}),
      ...(chance.maybe(0.3)
        ? { points: [...new Set([chance.pick(codes), chance.pick(codes), chance.pick(codes)])] }
        : {}),
    };
    const { points, ...plain } = chosen;
    const query = `?${new URLSearchParams({ exercise: "1", ...plain, ...(points ? { points: points.join(".") } : {}) })}`;
    await page.evaluate((address) => window.history.replaceState(null, "", address), query);
    await expect
      .poll(
        async () => {
          const [held, counted] = [await contentsOf(page, query), await sumsOf(database, chosen)];
          return JSON.stringify(sorted(held)) === JSON.stringify(sorted(counted))
            ? "equal"
            : { query, held, counted };
        },
        { timeout: 30_000, message: `seed ${seed}, round ${round}` },
      )
      .toBe("equal");
  }
  await database.end();
});

const sorted = (sums: Sums | string) =>
  typeof sums === "string" ? sums : Object.entries(sums).toSorted(([a], [b]) => a.localeCompare(b));

test("days are played from the keyboard, figures follow, no frame asks the server, and a link shows the same", async ({
  visit,
}) => {
  test.setTimeout(240_000);
  const database = await openDatabase();
  const page = await visit("leadership");
  await openMap(page, "/situation?exercise=1");
  const day = page.locator("[data-day]");
  const checks = page.locator("[data-figure='checks']");
  await expect(async () => {
    await page.getByRole("button", { name: "On one day" }).focus();
    await page.keyboard.press("Home");
    await expect(day).toHaveAttribute("data-day", /^\d{4}/, { timeout: 1000 });
  }).toPass();
  const first = (await day.getAttribute("data-day"))!;
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  const second = (await day.getAttribute("data-day"))!;
  expect(Date.parse(second) - Date.parse(first)).toBe(86_400_000);
  await expect(page).toHaveURL(new RegExp(`day=${second}`));
  const counted = await sumsOf(database, { to: second });
  await expect(checks).toHaveAttribute("data-validated", String(counted["checks:documents"]));

  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/tiles|situation/.test(pathname)) asked.push(pathname);
  });
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect(page).toHaveURL(/speed=4/);
  const head = page.getByRole("slider", { name: "Day shown", exact: true });
  await head.focus();
  await page.keyboard.press(" ");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect.poll(async () => (await day.getAttribute("data-day"))! > second).toBe(true);
  await page.keyboard.press(" ");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeVisible();
  const stopped = (await day.getAttribute("data-day"))!;
  // The days after those that are played are fetched ahead, once for each stretch the head comes into.
  const entered = daysBetween(stretchOf(second), stretchOf(stopped)) / STRETCH_DAYS;
  expect(asked.filter((pathname) => !pathname.endsWith("/situation.days"))).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(entered);

  await page.getByRole("radio", { name: "This day alone" }).check();
  await expect(page).toHaveURL(/mode=day/);
  const alone = await sumsOf(database, { from: stopped, to: stopped });
  await expect(checks).toHaveAttribute("data-validated", String(alone["checks:documents"] ?? 0));
  // Days that are not there yet: what was seen stays, with the words of its own day, until they come.
  let release = () => undefined as void;
  const gate = new Promise<void>((resolve) => (release = resolve));
  await page.route(/situation\.(days|before)/, async (route) => {
    if (
      !route
        .request()
        .postData()
        ?.includes(`"at":"${stretchOf(stopped)}"`)
    )
      await gate;
    await route.continue();
  });
  await page.reload();
  await expect(day).toHaveAttribute("data-day", stopped);
  await expect(checks).toHaveAttribute("data-validated", String(alone["checks:documents"] ?? 0));

  const words = page.getByRole("heading", { name: "Situation" }).locator("xpath=..");
  const said = await words.innerText();
  await head.focus();
  await page.keyboard.press("End");
  await expect.poll(async () => (await day.getAttribute("data-day"))! > stopped).toBe(true);
  const last = (await day.getAttribute("data-day"))!;
  expect(stretchOf(last) > stretchOf(stopped)).toBe(true);
  await expect(day).toHaveAttribute("aria-busy", "true");
  await expect(checks).toHaveAttribute("data-validated", String(alone["checks:documents"] ?? 0));
  expect(await words.innerText()).toBe(said);
  await page.getByRole("radio", { name: "Up to this day" }).check();
  await expect(page).not.toHaveURL(/mode=day/);
  await expect(checks).toHaveAttribute("data-validated", String(alone["checks:documents"] ?? 0));
  release();
  await expect(day).toHaveAttribute("aria-busy", "false");
  const whole = await sumsOf(database, { to: last });
  await expect(checks).toHaveAttribute("data-validated", String(whole["checks:documents"]));
  await expect(checks).toHaveAttribute(
    "data-preliminary",
    String(whole["checks:documents:preliminary"] ?? 0),
  );
  expect(await words.innerText()).not.toBe(said);
  await head.focus();
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/day=/);
  await database.end();
});

test("a lasso and the boxes of the table choose the same points, and figures, days and table follow", async ({
  visit,
}) => {
  const database = await openDatabase();
  const page = await visit("manager");
  await openMap(page, "/situation?exercise=1&country=KE");
  await page.getByRole("button", { name: "Select an area" }).click();
  const box = (await page.locator("[data-lasso]").boundingBox())!;
  const [left, top, right, bottom] = [box.x + 2, box.y + 2, box.x + box.width - 60, box.y + box.height - 4];
  await page.mouse.move(left, top);
  await page.mouse.down();
  for (const [x, y] of [
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const)
    await page.mouse.move(x, y, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/points=KE-/);
  const points = new URL(page.url()).searchParams.get("points")!.split(".");
  const counted = await sumsOf(database, { points });
  await expect(page.locator("[data-figure='checks']")).toHaveAttribute(
    "data-validated",
    String(counted["checks:documents"] ?? 0),
  );
  await page.goto("/situation?exercise=1&country=KE&view=table");
  for (const code of points.slice(0, 2)) {
    const name = (
      await database.query<{ name: string }>("SELECT name FROM border_point WHERE code = $1", [code])
    ).rows[0]!.name;
    await page.getByRole("checkbox", { name: new RegExp(`^${name.replace(/[()]/g, ".")}`) }).check();
  }
  await expect
    .poll(() => new URL(page.url()).searchParams.get("points")?.split(".").toSorted())
    .toEqual(points.slice(0, 2).toSorted());
  const two = await sumsOf(database, { points: points.slice(0, 2) });
  await expect(page.locator("[data-figure='checks']")).toHaveAttribute(
    "data-validated",
    String(two["checks:documents"] ?? 0),
  );
  await database.end();
});

test("corridors are for headquarters and leadership, and never stand beside arrests", async ({ visit }) => {
  const page = await visit("leadership");
  await openMap(page, "/situation?exercise=1&layers=points.arrests");
  await page.getByRole("checkbox", { name: /^Corridors/ }).check();
  await expect(page.getByRole("checkbox", { name: /^Arrests/ })).not.toBeChecked();
  await expect
    .poll(async () => JSON.parse((await map(page).getAttribute("data-map-points"))!).corridors)
    .toBeGreaterThan(0);
  const liaison = await visit("liaison.ke");
  await openMap(liaison, "/situation?exercise=1&layers=corridors.points");
  await expect(liaison.getByRole("checkbox", { name: /^Corridors/ })).toHaveCount(0);
  expect(JSON.parse((await map(liaison).getAttribute("data-map-points"))!).corridors).toBe(0);
  const observer = await visit("observer");
  await openMap(observer, "/situation?exercise=1");
  await expect(observer.getByRole("checkbox", { name: /^(Corridors|Arrests|Access)/ })).toHaveCount(0);
});

test("points that lie close are one mark that opens from the keyboard, and all of them are counted", async ({
  visit,
}) => {
  const page = await visit("leadership");
  await openMap(page, "/situation?exercise=1");
  const cluster = page.locator("[data-cluster]").first();
  const alone = page.locator("button[aria-pressed][data-pin]");
  expect(await page.locator("[data-cluster]").count()).toBeGreaterThan(0);
  await cluster.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/at=/);
  // A mark may open into smaller marks first; whoever presses again before they stand opens one of those.
  const opened = () =>
    alone
      .first()
      .waitFor({ timeout: 5000 })
      .then(
        () => true,
        () => false,
      );
  for (let step = 0; step < 6 && !(await opened()); step += 1) {
    await cluster.focus();
    await page.keyboard.press("Enter");
  }
  await expect(alone.first()).toBeVisible();
  await page.reload();
  await expect(map(page)).toHaveAttribute("data-ready", "true", { timeout: READY });
  await expect.poll(() => page.locator("button[aria-pressed][data-pin]").count()).toBeGreaterThan(0);
});

test("in Arabic on a phone the days run from right to left, and the image has its period in its name", async ({
  visit,
}) => {
  const page = await visit("leadership", { locale: "ar", phone: true, dark: true });
  await openMap(page, "/situation?exercise=1&layers=points.checks.arrests");
  await page.getByRole("button", { name: "يوم إلى الأمام" }).click();
  await expect(async () => {
    await page.getByRole("button", { name: "يوم إلى الأمام" }).click();
    await expect(page).toHaveURL(/day=/, { timeout: 1000 });
  }).toPass();
  const head = page.getByRole("slider", { name: "اليوم المعروض" });
  await head.focus();
  const before = (await page.locator("[data-day]").getAttribute("data-day"))!;
  await page.keyboard.press("ArrowLeft");
  await expect
    .poll(async () => (await page.locator("[data-day]").getAttribute("data-day"))! > before)
    .toBe(true);
  // An image is read by its pixels alone: what is written on it is heard as it is drawn.
  await page.evaluate(() => {
    const drawn = CanvasRenderingContext2D.prototype;
    const write = Reflect.get(drawn, "fillText") as (...said: unknown[]) => void;
    drawn.fillText = function (text, ...place) {
      document.body.dataset.written = `${document.body.dataset.written ?? ""} ${text}`;
      Reflect.apply(write, this, [text, ...place]);
    };
  });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "حفظ صورة" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^muster-exercise-situation-\d{4}-\d\d-\d\d\.png$/);
  const stream = await download.createReadStream();
  const bytes: Buffer[] = [];
  for await (const chunk of stream) bytes.push(chunk as Buffer);
  const image = Buffer.concat(bytes);
  expect(image.subarray(1, 4).toString()).toBe("PNG");
  expect(image.readUInt32BE(16)).toBeGreaterThan(700);
  const mark = "تمرين – للاستعمال الرسمي فقط";
  for (const said of ["الوضع", "أيام محلية", String.raw`عملي(ة|ات|تان)`, String.raw`حتى .+\d\d:\d\d`, mark])
    await expect(page.locator("body")).toHaveAttribute("data-written", new RegExp(said));
  await expect(page.locator("body")).toHaveAttribute("data-written", /الأشخاص: أشهر كاملة بحسب البلد\./);
});
