import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import net from "node:net";
import superjson from "superjson";
import type { Browser } from "@playwright/test";
import { expect, test, type Page } from "./fixtures.ts";

const dot = (page: Page) => page.locator("[data-live]");

/** How many arrested a page counts, validated and preliminary together. */
async function arrestsOn(page: Page): Promise<number> {
  const figure = page.locator("[data-total='arrests:people'], [data-figure='arrests']").first();
  const counts = await Promise.all(
    ["data-validated", "data-preliminary"].map((name) => figure.getAttribute(name)),
  );
  return counts.reduce((sum, count) => sum + Number(count ?? 0), 0);
}

/** Calls a procedure as this page's reader, as the page itself would. */
async function call<O>(page: Page, path: string, input: unknown): Promise<O> {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(`/api/trpc/${path}`, {
    data: superjson.serialize(input),
    headers: { origin, "content-type": "application/json" },
  });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  const { result } = (await answer.json()) as { result: { data: never } };
  return superjson.deserialize(result.data);
}

/** Records arrests of the exercise in the liaison's country, which may be done any number of times. */
async function recordArrests(page: Page, count: number): Promise<void> {
  const { rows } = await call<{ rows: { id: string; codename: string }[] }>(page, "operations.list", {
    exercise: true,
  });
  await call(page, "outcomes.recordArrest", {
    id: crypto.randomUUID(),
    operationId: rows.find(({ codename }) => codename.includes("Meridian"))!.id,
    countryCode: "DZ",
    localDate: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    count,
    offence: "other",
  });
}

test("what a liaison records appears on open pages of headquarters by itself", async ({ visit }) => {
  const leader = await visit("leadership");
  const room = await visit("leadership");
  const manager = await visit("manager", { locale: "ar" });
  const liaison = await visit("liaison.dz", { locale: "ar" });
  await leader.goto("/summary?exercise=1");
  await room.goto("/situation?exercise=1&view=table");
  await manager.goto("/?exercise=1");
  await liaison.goto("/?exercise=1");
  await expect(dot(leader)).toHaveAttribute("data-live", "open");
  await expect(dot(room)).toHaveAttribute("data-live", "open");
  await expect(dot(manager)).toHaveAttribute("data-live", "open");
  await expect.poll(() => arrestsOn(leader)).toBeGreaterThan(0);
  await expect.poll(() => arrestsOn(room)).toBeGreaterThan(0);
  const before = [await arrestsOn(leader), await arrestsOn(room)] as const;
  await recordArrests(liaison, 31);
  await expect(dot(manager)).not.toHaveAttribute("data-heard", "0");
  await expect(dot(leader)).not.toHaveAttribute("data-heard", "0");
  // Other journeys may correct an arrest of theirs meanwhile.
  await expect.poll(() => arrestsOn(leader)).toBeGreaterThan(before[0] + 20);
  await expect.poll(() => arrestsOn(room)).toBeGreaterThan(before[1] + 20);
});

test("a session that is ended elsewhere stops the stream and says so", async ({ visit }) => {
  const [here, elsewhere] = [await visit("liaison.pe"), await visit("liaison.pe")];
  await here.goto("/");
  await elsewhere.goto("/");
  await expect(dot(here)).toHaveAttribute("data-live", "open");
  await call(elsewhere, "people.endOtherSessions", undefined);
  await expect(dot(here)).toHaveAttribute("data-live", "waiting");
  await expect(dot(here)).toHaveText("Not live");
  await expect(here.getByRole("dialog")).toBeVisible();
  await expect(dot(elsewhere)).toHaveAttribute("data-live", "open");
});

test("a line that something on the way answered for the server opens again by itself", async ({ visit }) => {
  const page = await visit("liaison.it");
  const line = /\/api\/trpc\/live\.changes/;
  // A proxy in front of a server that restarts.
  await page.route(line, (route) => route.fulfill({ status: 502 }));
  await page.goto("/");
  await expect(dot(page)).toHaveText("Not live");
  await page.unroute(line);
  await expect(dot(page)).toHaveAttribute("data-live", "open", { timeout: 40_000 });
  await expect(dot(page)).toHaveText(/^(Live|Updated)/);
});

test("the stream takes no other address by GET", async ({ visit }) => {
  const page = await visit("liaison.pe");
  await page.goto("/");
  for (const path of ["people.me", "live.changes,people.me", "returns.owed?batch=1"]) {
    const answer = await page.request.get(`/api/trpc/${path}`);
    expect(answer.status(), path).toBe(405);
  }
});

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

// Needs the build and the secrets that the browser stage gives; a development server alone has neither.
type SecondServer = { visit: (account: string) => Promise<Page>; browser: Browser };
const staged = Boolean(process.env.SESSION_SECRET) && existsSync(".next/BUILD_ID");

async function secondServerTells({ visit, browser }: SecondServer): Promise<void> {
  const port = await freePort();
  const second = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-p", String(port)], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: "ignore",
  });
  try {
    const url = `http://127.0.0.1:${port}`;
    await expect.poll(async () => (await fetch(`${url}/api/health`).catch(() => null))?.ok).toBe(true);
    const liaison = await visit("liaison.dz");
    await liaison.goto("/?exercise=1");
    // The same cookie opens the other process: both read one session table.
    const context = await browser.newContext({ storageState: await liaison.context().storageState() });
    const other = await context.newPage();
    await other.goto(`${url}/?exercise=1`);
    await expect(dot(other)).toHaveAttribute("data-live", "open");
    await recordArrests(liaison, 2);
    await expect(dot(other)).not.toHaveAttribute("data-heard", "0");
    await context.close();
  } finally {
    second.kill("SIGTERM");
  }
}

if (staged) test("a second server process on the same database tells its pages too", secondServerTells);
