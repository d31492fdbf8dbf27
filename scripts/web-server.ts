import type { ChildProcess } from "node:child_process";
import net from "node:net";
import { exitOf, Refusal, startNode } from "./process.ts";

export type WebServer = { url: string; child: ChildProcess };
export type WebOptions = { mode: "start" | "dev"; host: string; port: number; env: Record<string, string> };

/** Whether this machine lets us listen there. */
export function portIsFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer().once("error", () => resolve(false));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

export async function requireFreePort(host: string, port: number): Promise<void> {
  if (await portIsFree(host, port)) return;
  const example = `PORT=${port === 65_535 ? 3000 : port + 1} npm start`;
  throw new Refusal(
    `Port ${port} on ${host} is taken by another program: stop that one, or choose another port (${example}).`,
  );
}

/** The server's own words before it answers are not for the reader; afterwards its log is. */
function passLog(child: ChildProcess, isReady: () => boolean): void {
  child.stdout?.on("data", (chunk: Buffer) => {
    if (isReady()) process.stdout.write(chunk);
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5000) });
    return response.ok;
  } catch {
    return false;
  }
}

/** Starts Next on `host`:`port` and waits until /api/health says that the database answers. */
export async function startWeb({ mode, host, port, env }: WebOptions): Promise<WebServer> {
  const next = [
    "--import",
    "./scripts/tether.mjs",
    "node_modules/next/dist/bin/next",
    mode,
    "-H",
    host,
    "-p",
    String(port),
  ];
  const stdio = ["ignore", mode === "dev" ? "inherit" : "pipe", "inherit", "ipc"] as const;
  const child = startNode(next, {
    stdio: [...stdio],
    env: {
      ...process.env,
      // Serving needs neither the owner's password nor the key of the anchors; empty, so that .env cannot bring them back.
      MIGRATION_DATABASE_URL: "",
      AUDIT_ANCHOR_KEY: "",
      NODE_ENV: mode === "dev" ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      ...env,
    },
  });
  const ended = { code: undefined as number | undefined };
  void exitOf(child).then((code) => (ended.code = code));
  let ready = false;
  passLog(child, () => ready);
  const url = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;
  const deadline = Date.now() + 120_000;
  while (!(ready = await answers(url))) {
    if (ended.code !== undefined)
      throw new Refusal(`The web server stopped while starting (exit code ${ended.code}).`);
    if (Date.now() > deadline)
      throw new Refusal(`The web server at ${url} did not answer within two minutes.`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return { url, child };
}
