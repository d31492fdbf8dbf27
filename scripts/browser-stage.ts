import crypto from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { findChromium } from "./chromium.ts";
import { migrateDatabase } from "./migration.ts";
import { Refusal, ROOT, runNode } from "./process.ts";
import { makePassword, webEnvironment } from "./settings.ts";
import { type Count, countTests, reportFile } from "./stages.ts";
import { throwawayDatabase } from "./throwaway.ts";
import { startWeb } from "./web-server.ts";

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number } };

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function runPlaywright(env: Record<string, string>): Promise<Count> {
  const file = reportFile("browser");
  const args = ["node_modules/@playwright/test/cli.js", "test", "-c", "e2e/playwright.config.ts"];
  const code = await runNode([...args, "--reporter=list,json"], {
    env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  return countTests(file, code, ({ stats }: PlaywrightReport) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }));
}

/** The journeys, in a real browser, on the production build, over a seeded database that is thrown away afterwards. */
export async function runBrowserTests(): Promise<Count> {
  if (!fs.existsSync(path.join(ROOT, "e2e/playwright.config.ts")))
    throw new Refusal("There are no browser tests.");
  const chromium = await findChromium();
  console.log(`Browser: ${chromium.path}`);
  const database = await throwawayDatabase();
  try {
    await migrateDatabase(database.ownerUrl, database.appUrl, () => undefined);
    const sessionSecret = crypto.randomBytes(32).toString("base64url");
    const port = await freePort();
    const settings = { host: "127.0.0.1", port, demo: true, password: makePassword(), sessionSecret };
    const served = webEnvironment(settings, database.appUrl);
    const owned = { ...process.env, ...served, MIGRATION_DATABASE_URL: database.ownerUrl };
    const seeded = await runNode(["--conditions=react-server", "prisma/seed.ts"], { env: owned });
    if (seeded !== 0) throw new Refusal("The database for the browser tests could not be seeded.");
    // While no mail is set, letters stand in the log: journeys hand them on from there.
    const env = { ...served, SMTP_URL: "" };
    const { url, child } = await startWeb({ mode: "start", host: settings.host, port, env });
    const log = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "muster-journeys-")), "web.log");
    child.stdout?.pipe(fs.createWriteStream(log));
    try {
      const libraries = chromium.libraries ? { LD_LIBRARY_PATH: chromium.libraries } : undefined;
      return await runPlaywright({
        ...served,
        ...libraries,
        MIGRATION_DATABASE_URL: database.ownerUrl,
        E2E_BASE_URL: url,
        E2E_LOG: log,
        CHROMIUM_PATH: chromium.path,
      });
    } finally {
      child.kill("SIGTERM");
      fs.rmSync(path.dirname(log), { recursive: true, force: true });
    }
  } finally {
    database.remove();
  }
}
