import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { permissionsOf, type Permission } from "#access/permissions.ts";
import { Role } from "#generated/prisma/enums.ts";
import { appRouter } from "#trpc/root.ts";
import { cast } from "./actors.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { plantFixture, type Fixture } from "./matrix-fixture.ts";
import { LETTERS, REACHES, type Entry, type Reach } from "./matrix-entry.ts";
import { APART, MATRIX } from "./matrix-table.ts";
import { proceduresOf } from "./permission-faults.ts";

/** "ok", "shown", "not shown", or the code of a refusal with what broke. */
type Met = string;

const roles = Object.keys(Role) as Role[];
const procedures = proceduresOf(appRouter);
const typeOf = new Map(procedures.map(([path, procedure]) => [path, procedure._def.type]));
let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let reading: Fixture;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  reading = await plantFixture(stage.owner);
});

afterAll(async () => {
  await stage.close();
  await database.drop();
});

const posting = (reach: Reach, f: Fixture) => ({
  countries: [...REACHES[reach].countries],
  operations: REACHES[reach].operations.map(() => f.other.id),
});

/** The hand-written oracle: what this role with this reach must meet. */
function expected(entry: Entry, role: Role | null, reach: Reach): Met {
  if (entry.may === "*") return "ok";
  if (role === null) return "UNAUTHORIZED";
  if (!entry.may.includes(LETTERS[role])) return "FORBIDDEN";
  const covers = reach === "all" || reach === "own";
  if (entry.meets === "row") return covers ? "ok" : "NOT_FOUND";
  if (entry.meets === "country_row") return covers || reach === "other_operation" ? "ok" : "NOT_FOUND";
  if (entry.meets === "list") return covers ? "shown" : "not shown";
  if (entry.meets === "country_list") return covers || reach === "other_operation" ? "shown" : "not shown";
  if (entry.meets === "asked_row") return reach === "all" || reach === "asked_country" ? "ok" : "NOT_FOUND";
  return "ok";
}

type Caller = Awaited<ReturnType<ReturnType<typeof cast>["as"]>>["call"];

async function meet(
  call: Caller,
  path: string,
  { entry, f, reach }: { entry: Entry; f: Fixture; reach: Reach },
): Promise<Met> {
  const [feature, name] = path.split(".") as [string, string];
  const procedure = (call as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[
    feature
  ]![name]!;
  try {
    const answer = JSON.stringify((await procedure(entry.input?.(f, reach))) ?? null);
    if (entry.meets !== "list" && entry.meets !== "country_list") return "ok";
    return entry.shows!(answer, f) ? "shown" : "not shown";
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const why = error.cause instanceof Error ? ` (${error.cause.message.slice(0, 300)})` : "";
    return ["UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND"].includes(error.code)
      ? error.code
      : `${error.code}${why}`;
  }
}

it("has a line for every procedure of the router, and no line for any other", () => {
  const listed = [...Object.keys(MATRIX), ...Object.keys(APART)].sort();
  expect(listed).toEqual(procedures.map(([path]) => path).sort());
});

it("says of every procedure the same as the role table", () => {
  for (const [path, procedure] of procedures) {
    const entry = MATRIX[path];
    if (!entry || entry.may === "*") continue;
    const { permission } = procedure._def.meta as { permission: Permission };
    for (const role of roles)
      expect(permissionsOf([role]).includes(permission), `${path} for ${role}`).toBe(
        entry.may.includes(LETTERS[role]),
      );
  }
});

/** Queries read one fixture before any mutation has added to the totals. */
const ordered = Object.entries(MATRIX).sort(
  ([a], [b]) => Number(typeOf.get(a) !== "query") - Number(typeOf.get(b) !== "query"),
);

describe.each(ordered)("%s", (path, entry) => {
  const fixture = () => (typeOf.get(path) === "query" ? Promise.resolve(reading) : plantFixture(stage.owner));

  it("meets every role and reach as the oracle says", async () => {
    const met: Record<string, Met> = {};
    const due: Record<string, Met> = {};
    for (const role of roles)
      for (const reach of Object.keys(REACHES) as Reach[]) {
        if (entry.meets === "headquarters" && reach !== "all" && entry.may.includes(LETTERS[role])) continue;
        const f = await fixture();
        const { call } = await stage.as(role, posting(reach, f));
        met[`${role} ${reach}`] = await meet(call, path, { entry, f, reach });
        due[`${role} ${reach}`] = expected(entry, role, reach);
      }
    const f = await fixture();
    met.nobody = await meet(stage.nobody as Caller, path, { entry, f, reach: "all" });
    due.nobody = expected(entry, null, "all");
    expect(met).toEqual(due);
  });

  it("is closed to a disabled person at the next request", async () => {
    const role = roles.find((one) => entry.may.includes(LETTERS[one])) ?? "liaison";
    const f = await fixture();
    const { id, call } = await stage.as(role);
    await stage.owner.query("UPDATE person SET disabled_at = now() WHERE id = $1", [id]);
    expect(await meet(call, path, { entry, f, reach: "all" })).toBe(
      entry.may === "*" ? "ok" : "UNAUTHORIZED",
    );
  });
});
