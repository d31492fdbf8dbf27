import type { Page } from "playwright-core";
import { openBrowser, visitor } from "./browser.ts";
import { type Figure, median } from "./score.ts";
import type { Stage } from "./stage.ts";

const MINUTE = 60_000;

/** Milliseconds from a press until the day under the head is another and its figures are there. */
const pressed = (page: Page, what: { button: string } | { key: string }) =>
  page.evaluate(async (act) => {
    const head = document.querySelector<HTMLElement>("[data-day]")!;
    const before = head.dataset.day;
    const began = performance.now();
    if ("button" in act)
      [...document.querySelectorAll("button")].find((one) => one.ariaLabel === act.button)!.click();
    else head.dispatchEvent(new KeyboardEvent("keydown", { key: act.key, bubbles: true }));
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (head.dataset.day === before || head.ariaBusy === "true") await frame();
    return performance.now() - began;
  }, what);

/** Script and style of the page over a few seconds of play, by day that was shown; in milliseconds. */
async function stepping(page: Page, seconds: number) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const spent = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { script: of("ScriptDuration"), style: of("RecalcStyleDuration") + of("LayoutDuration") };
  };
  const before = await spent();
  const steps = await page.evaluate(async (length) => {
    let seen = 0;
    const head = document.querySelector("[data-day]")!;
    const observer = new MutationObserver((changes) => (seen += changes.length));
    observer.observe(head, { attributes: true, attributeFilter: ["data-day"] });
    await new Promise((resolve) => setTimeout(resolve, length * 1000));
    observer.disconnect();
    return seen;
  }, seconds);
  const after = await spent();
  const each = (from: number, to: number) => ((to - from) / steps) * 1000;
  return { steps, script: each(before.script, after.script), style: each(before.style, after.style) };
}

/** All operations played at once: how soon the first day is there, what a step costs, and how long a jump to the last day takes. */
export async function measurePlayer(stage: Stage): Promise<Figure[]> {
  const browser = await openBrowser();
  const rounds = {
    first: [] as number[],
    jump: [] as number[],
    script: [] as number[],
    style: [] as number[],
  };
  let drawn = "";
  try {
    for (let turn = 0; turn < (stage.quick ? 2 : 5); turn += 1) {
      const context = await visitor(browser, { app: stage.app, cookie: stage.reader });
      const page = await context.newPage();
      await page.goto(`${stage.app}/situation?speed=4`, { timeout: MINUTE });
      const map = page.locator('section[data-ready="true"]');
      await map.waitFor({ state: "attached", timeout: MINUTE });
      drawn = (await map.getAttribute("data-map-points")) ?? "";
      rounds.first.push(await pressed(page, { button: "Play" }));
      const { script, style } = await stepping(page, stage.quick ? 2 : 5);
      rounds.script.push(script);
      rounds.style.push(style);
      rounds.jump.push(await pressed(page, { key: "End" }));
      await context.close();
    }
  } finally {
    await browser.close();
  }
  const { points } = JSON.parse(drawn) as { points: number };
  const what = `${stage.operations} operations, ${points} border points`;
  return [
    {
      name: "Play pressed → first day of everything shown",
      value: median(rounds.first),
      unit: "ms",
      detail: what,
    },
    {
      name: "… a day on, script of the page",
      value: median(rounds.script),
      unit: "ms",
      detail: `and ${median(rounds.style).toFixed(1)} ms of style and layout`,
    },
    { name: "… jump to the last day", value: median(rounds.jump), unit: "ms", detail: what },
  ];
}
