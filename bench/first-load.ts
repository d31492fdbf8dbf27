import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext } from "playwright-core";
import { openBrowser, visitor } from "./browser.ts";
import type { Figure } from "./score.ts";
import type { Stage } from "./stage.ts";

const KILOBYTE = 1000;
/** Words that only the drawing libraries contain. */
const DRAWING = { map: /maplibregl-|mapboxgl-/, chart: /recharts-/ };
type Kind = keyof typeof DRAWING;
const FORMS = ["return", "match", "arrest", "victims", "seizure", "attendance"] as const;

/** Bytes of the scripts that the served page names, recompressed alike whatever the server sent. */
async function namedScripts(context: BrowserContext, url: string): Promise<number> {
  const html = await (await context.request.get(url)).text();
  const named = [...html.matchAll(/<script[^>]+src="([^"]+)"([^>]*)>/g)]
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map(([, src]) => new URL((src ?? "").replaceAll("&amp;", "&"), url).href);
  if (named.length === 0) throw new Error(`${url} names no script`);
  let bytes = 0;
  for (const script of new Set(named))
    bytes += gzipSync(await (await context.request.get(script)).body(), { level: 9 }).length;
  return bytes;
}

type Seen = Record<Kind, number>;

/** Bytes of drawing code that arrive before anything to draw is on the screen, and afterwards. */
async function drawingCode(
  browser: Browser,
  stage: Stage,
  { hidden, shown, drawn }: { hidden: string; shown: string; drawn: string },
): Promise<{ before: Seen; after: Seen }> {
  // So low a window shows the head of a page and nothing drawn.
  const context = await visitor(browser, { app: stage.app, cookie: stage.reader, height: 120 });
  const page = await context.newPage();
  const seen: Seen = { map: 0, chart: 0 };
  const reading: Promise<void>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    reading.push(
      response.text().then(
        (text) => {
          for (const kind of ["map", "chart"] as const)
            if (DRAWING[kind].test(text)) seen[kind] += gzipSync(text).length;
        },
        () => undefined,
      ),
    );
  });
  try {
    await page.goto(`${stage.app}${hidden}`, { waitUntil: "networkidle" });
    // Long enough for whatever would fetch by itself once the page has come to life.
    await page.waitForTimeout(4000);
    await Promise.all(reading);
    const before = { ...seen };
    await page.setViewportSize({ width: 1440, height: 3000 });
    if (shown !== hidden) await page.goto(`${stage.app}${shown}`, { waitUntil: "commit" });
    await page.locator(drawn).first().waitFor({ state: "attached", timeout: 60_000 });
    await Promise.all(reading);
    return { before, after: { ...seen } };
  } finally {
    await context.close();
  }
}

/** First-load JavaScript of a page and of a form, and that code which draws comes only with what is drawn. */
export async function measureFirstLoad(stage: Stage): Promise<Figure[]> {
  const browser = await openBrowser();
  try {
    const reader = await visitor(browser, { app: stage.app, cookie: stage.reader });
    const writer = await visitor(browser, { app: stage.app, cookie: stage.writer });
    const shell = await namedScripts(writer, `${stage.app}/`);
    const summary = await namedScripts(reader, `${stage.app}/summary`);
    const forms: { name: string; bytes: number }[] = [];
    for (const name of FORMS)
      forms.push({ name, bytes: await namedScripts(writer, `${stage.app}/log/${name}`) });
    const heaviest = forms.reduce((one, other) => (other.bytes > one.bytes ? other : one));
    const situation = await drawingCode(browser, stage, {
      hidden: "/situation?view=table",
      shown: "/situation",
      drawn: 'section[data-ready="true"]',
    });
    const figures = await drawingCode(browser, stage, {
      hidden: "/summary",
      shown: "/summary",
      drawn: ".recharts-surface",
    });
    const drawn = situation.after.map > 0 && figures.after.chart > 0;
    if (!drawn) throw new Error(`no drawing code was recognised: ${JSON.stringify({ situation, figures })}`);
    return [
      {
        name: "first-load JavaScript, gzip: shell",
        value: shell / KILOBYTE,
        unit: "kB",
        required: 260,
        aim: 210,
        detail: `Today of a liaison; /summary ${(summary / KILOBYTE).toFixed(1)} kB`,
      },
      {
        name: "first-load JavaScript, gzip: log form",
        value: heaviest.bytes / KILOBYTE,
        unit: "kB",
        required: 240,
        aim: 190,
        detail: `/log/${heaviest.name}, the heaviest of ${FORMS.join(", ")}`,
      },
      {
        name: "map and chart code before it is visible",
        value: situation.before.map + situation.before.chart + figures.before.map + figures.before.chart,
        unit: "B",
        required: 0,
        aim: 0,
        detail: `once visible: map ${(situation.after.map / KILOBYTE).toFixed(0)} kB, charts ${(figures.after.chart / KILOBYTE).toFixed(0)} kB`,
      },
    ];
  } finally {
    await browser.close();
  }
}
