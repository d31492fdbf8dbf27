import crypto from "node:crypto";
import { type Environment, readEnvironment } from "#server/env.ts";
import { givenDatabase } from "./database.ts";
import { keptSecret } from "./muster-folder.ts";
import { Refusal } from "./process.ts";

/** How this installation runs, decided once at the start. */
export type Settings = {
  host: string;
  port: number;
  demo: boolean;
  /** Of every demonstration account; undefined when there is no demonstration. */
  password?: string;
  sessionSecret: string;
};

/** Easy to read aloud and to type; 5 × 4 letters of 32 are 100 bits. */
export function makePassword(): string {
  const letters = "abcdefghijkmnpqrstuvwxyz23456789";
  const word = () => Array.from({ length: 4 }, () => letters[crypto.randomInt(letters.length)]).join("");
  return Array.from({ length: 5 }, word).join("-");
}

/** Given, or made at the first start and kept, so that it is the same at every later one. */
export function demoPassword(environment: Environment): string {
  return environment.MUSTER_DEMO_PASSWORD ?? keptSecret("demo-password", makePassword);
}

function sessionSecret(environment: Environment, production: boolean): string {
  if (environment.SESSION_SECRET) return environment.SESSION_SECRET;
  if (production) {
    throw new Refusal(
      "SESSION_SECRET is missing: beside a database of your own, give at least 32 random characters that stay the same.",
    );
  }
  return keptSecret("session-secret", () => crypto.randomBytes(32).toString("base64url"));
}

export function readSettings(): Settings {
  const environment = readEnvironment(process.env);
  const production = givenDatabase() !== undefined;
  const demo = production ? environment.MUSTER_DEMO === "1" : environment.MUSTER_DEMO !== "0";
  return {
    host: environment.HOST ?? "127.0.0.1",
    port: environment.PORT ?? 3000,
    demo,
    ...(demo ? { password: demoPassword(environment) } : {}),
    sessionSecret: sessionSecret(environment, production),
  };
}

/** What the web server reads from its environment. */
export function webEnvironment(settings: Settings, appUrl: string): Record<string, string> {
  return {
    DATABASE_URL: appUrl,
    SESSION_SECRET: settings.sessionSecret,
    MUSTER_DEMO: settings.demo ? "1" : "0",
    ...(settings.password ? { MUSTER_DEMO_PASSWORD: settings.password } : {}),
  };
}
