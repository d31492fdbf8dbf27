import { expect, it } from "vitest";
import { EnvironmentMistake, readEnvironment } from "./env.ts";

const addressOf = (role: string) => `postgresql://${role}:${role}@db.example:5432/muster`;
const owner = addressOf("owner");
const app = addressOf("app");

it("reads what is set and treats empty as not set", () => {
  expect(readEnvironment({ PORT: "4000", MUSTER_DEMO: "", HOME: "/root" })).toEqual({ PORT: 4000 });
  expect(readEnvironment({ DATABASE_URL: app, MIGRATION_DATABASE_URL: owner })).toMatchObject({
    DATABASE_URL: app,
  });
});

it.each([
  ["PORT", "80a"],
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://role@host/muster"],
  ["DATABASE_URL", "postgresql://host/muster"],
  ["SESSION_SECRET", "short"],
  ["PUBLIC_URL", "muster.example.org"],
  ["MUSTER_DEMO", "yes"],
  ["MUSTER_DEMO_PASSWORD", "short"],
  ["TRUSTED_PROXIES", "everyone"],
  ["CHROMIUM_PATH", "chromium"],
  ["LOG_LEVEL", "loud"],
])("says in one sentence what is wrong with %s=%s", (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(EnvironmentMistake);
  expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^${name} must [^\n]+\\.$`));
});

it("names the missing half of the two database addresses", () => {
  expect(() => readEnvironment({ DATABASE_URL: app })).toThrow(/^MIGRATION_DATABASE_URL is missing/);
  expect(() => readEnvironment({ MIGRATION_DATABASE_URL: owner })).toThrow(/^DATABASE_URL is missing/);
});
