import { expect, it } from "vitest";
import { listFiles, readSources } from "#testing/modules.ts";
import { FIGURE_FIELDS, SOURCE_FIELDS } from "../figures/rules/fields.ts";
import { emptyPlan } from "../operations/rules/empty-plan.ts";
import { PROGRAMME_FIELDS } from "../operations/rules/programme.ts";
import { ENTITIES, readCursor, cursorOf, VERBS, verbOf, wordKeyOf } from "./rules.ts";
import messages from "../../i18n/messages/en/audit.json" with { type: "json" };
import figures from "../../i18n/messages/en/figures.json" with { type: "json" };
import planning from "../../i18n/messages/en/planning.json" with { type: "json" };
import programmes from "../../i18n/messages/en/programmes.json" with { type: "json" };

const sources = readSources(".", listFiles(".", ["src", "prisma"])).filter(
  ({ path }) => /\.(ts|sql)$/.test(path) && !/\.test\.ts$|src\/(testing|generated|i18n)/.test(path),
);

/** "noun.verb" of every audit() call that names its action in place, and of the events that SQL writes. */
function actionsWritten(): string[] {
  const calls = sources.flatMap(({ source }) => [
    ...source.matchAll(/\baudit\(\s*ctx,\s*"([a-z_]+\.[a-z_]+)"/g),
    ...source.matchAll(/INSERT INTO (?:public\.)?audit_event[^;]*?'([a-z_]+\.[a-z_]+)'/g),
  ]);
  return [...new Set(calls.map((call) => call[1]!))].sort();
}

it("has words for every verb that an event is written with", () => {
  const actions = actionsWritten();
  expect(actions).toContain("match.recorded");
  const missing = actions.filter((action) => !(VERBS as readonly string[]).includes(verbOf(action)));
  expect(missing).toEqual([]);
});

it("has words for every thing an event is written about", () => {
  const named = sources.flatMap(({ source }) => [...source.matchAll(/\bentity: ?"([a-z_]+)"/g)]);
  const entities = [...new Set(named.map((match) => match[1]!))];
  expect(entities).toContain("figure");
  expect(entities.filter((entity) => !(ENTITIES as readonly string[]).includes(entity))).toEqual([]);
});

it("names the same verbs and things as its words", () => {
  expect(Object.keys(messages.verb).filter((verb) => verb !== "other")).toEqual([...VERBS]);
  expect(Object.keys(messages.entity).filter((entity) => entity !== "other")).toEqual([...ENTITIES]);
});

it("has words for every part of a plan, a programme, a figure and a source that may change", () => {
  const parts = Object.keys(emptyPlan(2026)).map((part) => wordKeyOf("operation", part).split("."));
  const unsaid = parts.filter(([group, name]) => !(name! in planning[group as "field" | "section"]));
  expect(unsaid).toEqual([]);
  expect(PROGRAMME_FIELDS.filter((field) => !(field in programmes.field))).toEqual([]);
  expect(FIGURE_FIELDS.filter((field) => !(wordKeyOf("figure", field) in figures.field))).toEqual([]);
  expect(SOURCE_FIELDS.filter((field) => !(wordKeyOf("source", field) in figures.sources.field))).toEqual([]);
});

it("reads the cursor it wrote, also of the chain with a hyphen", () => {
  expect(readCursor(cursorOf({ chain: "sign-in", seq: 147 }))).toEqual({ chain: "sign-in", seq: 147 });
});
