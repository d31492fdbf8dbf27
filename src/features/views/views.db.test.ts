import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
});

afterAll(async () => {
  await stage.close();
  await database.drop();
});

const view = (over: object = {}) => ({
  id: newId(),
  page: "/matches",
  search: "?state=recorded&exercise=1",
  name: "Waiting",
  ...over,
});

it("a view is kept for its person alone; the same name on the same page is replaced", async () => {
  const liaison = await stage.as("liaison", { countries: ["KE"] });
  const other = await stage.as("liaison", { countries: ["KE"] });
  await liaison.call.views.keep(view());
  await liaison.call.views.keep(view({ search: "?state=closed" }));
  await liaison.call.views.keep(view({ page: "/returns" }));
  const kept = await liaison.call.views.list();
  expect(kept.map(({ page, search }) => page + search)).toEqual([
    "/matches?state=closed",
    "/returns?state=recorded&exercise=1",
  ]);
  expect(await other.call.views.list()).toEqual([]);
  await expect(other.call.views.forget({ id: kept[0]!.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await liaison.call.views.forget({ id: kept[0]!.id });
  expect(await liaison.call.views.list()).toHaveLength(1);
});

it("nobody takes the id of somebody else's view, and sending it twice keeps one", async () => {
  const [one, two] = [await stage.as("observer"), await stage.as("administrator")];
  const mine = view({ name: "Mine" });
  await one.call.views.keep(mine);
  await one.call.views.keep(mine);
  expect(await one.call.views.list()).toHaveLength(1);
  await expect(two.call.views.keep({ ...mine, name: "Theirs" })).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await one.call.views.list()).toMatchObject([{ name: "Mine" }]);
});

it("an address that leads out of the desk is refused", async () => {
  const { call } = await stage.as("leadership");
  for (const bad of [
    { page: "https://elsewhere.example" },
    { page: "//elsewhere.example" },
    { search: "#x" },
    { name: "  " },
  ])
    await expect(call.views.keep(view(bad) as never)).rejects.toMatchObject({ code: "BAD_REQUEST" });
});
