import type { Page } from "playwright-core";
import { openBrowser, visitor } from "./browser.ts";
import { oneMatch } from "./log-result.ts";
import { type Figure, percentile } from "./score.ts";
import type { Stage } from "./stage.ts";

const TWO_SECONDS = 2000;
/** Each open page with what it asks again when a result comes in. */
const PAGES = [
  { name: "Today", path: "/", asks: "today." },
  { name: "Situation", path: "/situation?view=table", asks: "situation." },
  { name: "Summary", path: "/summary", asks: "summary." },
] as const;

/** Records one match as the liaison; gives the moment at which it was acknowledged. */
async function recordMatch(stage: Stage): Promise<number> {
  const answer = await fetch(`${stage.app}/api/trpc/matches.record`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: stage.app, cookie: stage.writer },
    body: oneMatch(stage),
  });
  if (!answer.ok) throw new Error(`a match was refused: ${answer.status}`);
  return performance.now();
}

/** From the acknowledgement of one result to the page's own answer about it, in milliseconds. */
async function waitOn(page: Page, asks: string, record: () => Promise<number>): Promise<number> {
  const answered = page.waitForResponse(
    (response) => response.url().includes("/api/trpc/") && response.url().includes(asks),
    { timeout: 20_000 },
  );
  const recorded = await record();
  await (await answered).finished();
  return Math.max(0, performance.now() - recorded);
}

/** How long a result needs to the three open pages of other people, in a real browser. */
export async function measureLive(stage: Stage): Promise<Figure[]> {
  const browser = await openBrowser();
  const times: number[] = [];
  try {
    for (const { path, asks } of PAGES) {
      const cookie = path === "/" ? stage.writer : stage.reader;
      const context = await visitor(browser, { app: stage.app, cookie });
      const page = await context.newPage();
      await page.goto(`${stage.app}${path}`);
      await page.locator('[data-live="open"]').waitFor({ state: "attached", timeout: 30_000 });
      for (let turn = 0; turn < (stage.quick ? 4 : 12); turn += 1) {
        // What the last one set in motion must be over.
        await page.waitForTimeout(1500);
        times.push(await waitOn(page, asks, () => recordMatch(stage)));
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return [
    {
      name: "a result recorded → open page has asked again, p95",
      value: percentile(times, 0.95),
      unit: "ms",
      required: TWO_SECONDS,
      aim: TWO_SECONDS / 2,
      detail: `${PAGES.map(({ name }) => name).join(", ")}; ${times.length} results, median ${percentile(times, 0.5).toFixed(0)} ms`,
    },
  ];
}
