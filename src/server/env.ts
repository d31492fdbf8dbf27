import { z } from "zod";

/** A mistake in the environment, said in one sentence for the person who starts the server. */
export class EnvironmentMistake extends Error {
  override name = "EnvironmentMistake";
}

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ }).refine((text) => {
  const url = URL.parse(text);
  return url !== null && url.username !== "" && url.pathname.length > 1;
});
const port = z.coerce.number().int().min(1).max(65_535);
const origin = z.url({ protocol: /^https?$/ });
const flag = z.enum(["0", "1"]);
const ADDRESS = String.raw`[0-9a-fA-F.:]+(/\d{1,3})?`;

/** Every variable Muster reads: its shape, and what to write instead when it is wrong. */
const VARIABLES = {
  DATABASE_URL: [databaseUrl, "must read postgresql://role:password@host:5432/database (the serving role)"],
  MIGRATION_DATABASE_URL: [
    databaseUrl,
    "must read postgresql://role:password@host:5432/database (the owner)",
  ],
  SESSION_SECRET: [z.string().min(32), "must have at least 32 characters and stay the same between starts"],
  PUBLIC_URL: [origin, "must be the address that people open, such as https://muster.example.org"],
  HOST: [z.string().regex(/^[\w.:-]+$/), "must be an address of this machine, such as 127.0.0.1 or 0.0.0.0"],
  PORT: [port, "must be a whole number between 1 and 65535"],
  MUSTER_DEMO: [flag, "must be 1 (demonstration data and accounts) or 0"],
  MUSTER_DEMO_PASSWORD: [z.string().min(8).max(200), "must have between 8 and 200 characters"],
  TRUSTED_PROXIES: [
    z.string().regex(new RegExp(`^${ADDRESS}(\\s*,\\s*${ADDRESS})*$`)),
    "must be addresses or networks separated by commas, such as 10.0.0.5,192.168.0.0/16",
  ],
  SMTP_URL: [
    z.url({ protocol: /^smtps?$/ }),
    "must be the mail server that letters go through, such as smtps://name:password@mail.example.org",
  ],
  MAIL_FROM: [z.string().min(3).max(200), "must be the address that letters come from"],
  NEXT_PUBLIC_MAPBOX_TOKEN: [
    z.string().regex(/^pk\.[\w.-]{3,500}$/),
    "must be a public token of Mapbox, which begins with pk.",
  ],
  AUDIT_ANCHOR_FOLDER: [z.string().startsWith("/"), "must be the absolute path of a folder"],
  AUDIT_ANCHOR_KEY: [z.string().min(32), "must have at least 32 characters and stay the same between starts"],
  CHROMIUM_PATH: [z.string().startsWith("/"), "must be the absolute path of a Chromium program"],
  LOG_LEVEL: [
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]),
    "must be one of fatal, error, warn, info, debug, trace, silent",
  ],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

type Variables = typeof VARIABLES;
export type Environment = { [Name in keyof Variables]?: z.output<Variables[Name][0]> };

/** The variables that are set (an empty one is not), parsed. Throws EnvironmentMistake for the first wrong one. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const found: Record<string, unknown> = {};
  for (const [name, [shape, rule]] of Object.entries(VARIABLES)) {
    const text = source[name];
    if (text === undefined || text === "") continue;
    const parsed = shape.safeParse(text);
    if (!parsed.success) throw new EnvironmentMistake(`${name} ${rule}.`);
    found[name] = parsed.data;
  }
  if (Boolean(found.DATABASE_URL) !== Boolean(found.MIGRATION_DATABASE_URL)) {
    const missing = found.DATABASE_URL ? "MIGRATION_DATABASE_URL" : "DATABASE_URL";
    throw new EnvironmentMistake(
      `${missing} is missing: DATABASE_URL (the serving role) and MIGRATION_DATABASE_URL (the owner) go together.`,
    );
  }
  return found as Environment;
}
