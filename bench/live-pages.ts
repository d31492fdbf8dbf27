import type { Browser, Page } from "playwright-core";
import { openBrowser, visitor } from "./browser.ts";
import { oneMatch } from "./log-result.ts";
import { type Figure, percentile } from "./score.ts";
import type { Stage } from "./stage.ts";

type Watched = { name: string; path: string; asks: string };
/** The open pages with what each asks again when a result comes in: of the operation that is live, and of everything. */
const ofOperation = (slug: string): Watched[] => [
  { name: "Today", path: "/", asks: "today." },
  { name: "Situation", path: `/situation?view=table&operation=${slug}`, asks: "situation." },
  { name: "Summary", path: `/summary?operation=${slug}`, asks: "summary." },
];
const OF_EVERYTHING: Watched[] = [
  { name: "Situation", path: "/situation?view=table", asks: "situation." },
  { name: "Summary", path: "/summary", asks: "summary." },
];

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

/** How long results need to open pages of other people, in a real browser. */
async function timesOf(browser: Browser, stage: Stage, pages: readonly Watched[]): Promise<number[]> {
  const times: number[] = [];
  for (const { path, asks } of pages) {
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
  return times;
}

const said = (pages: readonly Watched[], times: readonly number[]) =>
  `${pages.map(({ name }) => name).join(", ")}; ${times.length} results, median ${percentile(times, 0.5).toFixed(0)} ms`;

export async function measureLive(stage: Stage): Promise<Figure[]> {
  const browser = await openBrowser();
  try {
    const pages = ofOperation(stage.live.slug);
    const times = await timesOf(browser, stage, pages);
    const whole = await timesOf(browser, stage, OF_EVERYTHING);
    return [
      {
        name: "a result recorded → open page of its operation asked again, p95",
        value: percentile(times, 0.95),
        unit: "ms",
        required: 2000,
        aim: 1000,
        detail: said(pages, times),
      },
      {
        name: "… open page of everything, p95",
        value: percentile(whole, 0.95),
        unit: "ms",
        detail: said(OF_EVERYTHING, whole),
      },
    ];
  } finally {
    await browser.close();
  }
}
