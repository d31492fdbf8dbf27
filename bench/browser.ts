import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { findChromium } from "../scripts/chromium.ts";

const FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"];
/** Maps are drawn without a graphics card: the worst case, and the same everywhere. */
const DRAWING = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

export async function openBrowser(): Promise<Browser> {
  const found = await findChromium();
  const env = { ...process.env, ...(found.libraries ? { LD_LIBRARY_PATH: found.libraries } : {}) };
  return chromium.launch({ executablePath: found.path, args: [...FLAGS, ...DRAWING], env });
}

/** A browser of its own with an empty cache, in which whoever holds these cookies is signed in. */
export async function visitor(
  browser: Browser,
  { app, cookie, height = 900 }: { app: string; cookie: string; height?: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1440, height },
    reducedMotion: "reduce",
    colorScheme: "light",
  });
  const cookies = cookie.split("; ").map((one) => {
    const [name = "", ...value] = one.split("=");
    return { name, value: value.join("="), url: app };
  });
  await context.addCookies([...cookies, { name: "muster-locale", value: "en", url: app }]);
  return context;
}
