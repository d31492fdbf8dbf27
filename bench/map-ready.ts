import type { Browser } from "playwright-core";
import { WORLD_HALF, WORLD_TWENTIETH } from "../prisma/seed/world/shape.ts";
import { withClient } from "../scripts/postgres/roles.ts";
import { openBrowser, visitor } from "./browser.ts";
import { type Figure, median } from "./score.ts";
import type { Stage } from "./stage.ts";

const MINUTE = 60_000;

/** Milliseconds from the click on the link to a map that says it is ready, in a browser that has seen nothing before. */
async function ready(browser: Browser, stage: Stage, programme: string): Promise<number> {
  const context = await visitor(browser, { app: stage.app, cookie: stage.reader });
  try {
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(`${stage.app}/situation?programme=${programme}`, {
      waitUntil: "commit",
      timeout: MINUTE,
    });
    await page.locator('section[data-ready="true"]').waitFor({ state: "attached", timeout: MINUTE });
    return performance.now() - began;
  } finally {
    await context.close();
  }
}

const matchesOf = (stage: Stage, programme: string) =>
  withClient(stage.database.superUrl, async (client) => {
    const { rows } = await client.query<{ n: string }>(
      `SELECT count(*) AS n FROM match m JOIN operation_programme o USING (operation_id) JOIN programme p ON p.id = o.programme_id WHERE p.code = $1`,
      [programme],
    );
    return Number(rows[0]?.n);
  });

/** The map with half of the world's matches against the map with a twentieth: ten times as many. */
export async function measureMap(stage: Stage): Promise<Figure[]> {
  const browser = await openBrowser();
  const times = { many: [] as number[], few: [] as number[] };
  try {
    await ready(browser, stage, WORLD_TWENTIETH);
    for (let turn = 0; turn < (stage.quick ? 3 : 7); turn += 1) {
      times.few.push(await ready(browser, stage, WORLD_TWENTIETH));
      times.many.push(await ready(browser, stage, WORLD_HALF));
    }
  } finally {
    await browser.close();
  }
  const [many, few] = [await matchesOf(stage, WORLD_HALF), await matchesOf(stage, WORLD_TWENTIETH)];
  return [
    {
      name: `map ready, ${many.toLocaleString("en")} ÷ ${few.toLocaleString("en")} matches`,
      value: median(times.many) / median(times.few),
      unit: "x",
      required: 1.5,
      aim: 1.1,
      detail: `${median(times.many).toFixed(0)} ÷ ${median(times.few).toFixed(0)} ms, empty cache, no graphics card`,
    },
  ];
}
