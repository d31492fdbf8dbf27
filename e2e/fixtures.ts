import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Browser, type BrowserContext, type Page } from "@playwright/test";

export { expect, type Page };

export type Visit = { locale?: string; phone?: boolean; dark?: boolean };
type People = { visit: (account: string, how?: Visit) => Promise<Page> };

/** A page on which one of the demonstration's people is signed in; every one has a browser of their own. */
export const test = base.extend<People>({
  visit: async ({ browser }, provide) => {
    const opened: BrowserContext[] = [];
    await provide(async (account, how = {}) => {
      const context = await open(browser, { phone: how.phone ?? false, dark: how.dark ?? false });
      opened.push(context);
      return signIn(context, account, how);
    });
    for (const context of opened) await context.close();
  },
});

/** A browser of its own with nobody signed in; at the door its language is that of the browser. */
export async function open(
  browser: Browser,
  { phone = false, dark = false, locale }: Visit,
): Promise<BrowserContext> {
  return browser.newContext({
    ...(locale ? { locale } : {}),
    ...(phone ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } : {}),
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
}

/** Through the same door as a click on the sign-in page, which has journeys of its own. */
async function signIn(context: BrowserContext, account: string, { locale = "en" }: Visit): Promise<Page> {
  const page = await context.newPage();
  const origin = new URL(process.env.E2E_BASE_URL ?? "http://127.0.0.1:3000").origin;
  const { csrfToken } = (await (await context.request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await context.request.post("/api/auth/callback/demo", {
    data: { csrfToken, account, json: "true" },
    headers: { origin },
  });
  expect(answer.status(), `sign-in of ${account}`).toBe(200);
  await context.addCookies([{ name: "muster-locale", value: locale, url: origin }]);
  return waitUntilAlive(page);
}

/** Every `goto` of the page ends when its frame answers to what is pressed, as a person would see. */
function waitUntilAlive(page: Page): Page {
  const go = page.goto.bind(page);
  page.goto = async (...address) => {
    const answer = await go(...address);
    await page.waitForFunction(
      () => !document.querySelector("[data-live]") || document.documentElement.dataset.alive === "true",
    );
    return answer;
  };
  return page;
}

type Found = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number];

/** WCAG 2.5.8 exempts pins of a map, which stand where their places are; the table beside it is as large as any. */
const isPin = (id: string, html: string) => id === "target-size" && html.includes("data-pin");

const said = ({ id, nodes }: Found) =>
  nodes
    .filter(({ html }) => !isPin(id, html))
    .map(({ target, html }) => `${id}: ${target.join(" ")} ${html.slice(0, 160)}`);

/** No violation of WCAG 2.2 A and AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.flatMap(said)).toEqual([]);
}

/** Nothing of the page is wider than the screen, once charts have followed its width. */
export async function expectToFit(page: Page): Promise<void> {
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overflow).toBeLessThanOrEqual(1);
}

/** Everything the page asked for has come. (The network is never idle: the stream of hints stays open.) */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  // What lies below the window comes when it is scrolled to.
  await page.waitForFunction(() =>
    [...document.querySelectorAll("[data-skeleton]")].every(
      (waiting) => waiting.getBoundingClientRect().top > window.innerHeight,
    ),
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
