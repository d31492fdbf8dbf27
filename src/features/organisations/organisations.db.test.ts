import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plantOperation } from "#testing/factories.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  await plantOperation(stage.owner, { countries: ["KE", "RW"] });
});

afterAll(async () => {
  await stage.close();
  await database.drop();
});

const content = (name: string, more: object = {}) => ({
  id: newId(),
  name,
  acronym: null,
  kind: "police" as const,
  countryCode: "KE" as string | null,
  ...more,
});
const refused = (reason: string) => ({ cause: { reason } });
const eventsOf = async (id: string) =>
  (
    await stage.owner.query<{ chain: string; action: string; fields: string[] }>(
      "SELECT chain, action, fields FROM audit_event WHERE entity_id = $1 ORDER BY seq",
      [id],
    )
  ).rows;

it("is added once, however often it is sent, and is offered from then on", async () => {
  const { call } = await stage.as("programme_manager", { countries: ["KE"] });
  const one = content("Kenya Police Service", { acronym: "KPS" });
  await call.organisations.add(one);
  await call.organisations.add(one);
  const offered = await call.organisations.choices({ countries: ["KE"] });
  expect(offered.filter(({ id }) => id === one.id)).toHaveLength(1);
  expect(await call.organisations.choices({ countries: ["RW"] })).not.toContainEqual(
    expect.objectContaining({ id: one.id }),
  );
  expect(await eventsOf(one.id)).toEqual([
    { chain: "KE", action: "organisation.added", fields: ["acronym", "countryCode", "kind", "name"] },
  ]);
});

it("warns of one that sounds alike and takes it when asked again; never takes the same name twice", async () => {
  const { call } = await stage.as("administrator");
  await call.organisations.add(content("Dirección General de Migración", { countryCode: "RW" }));
  const alike = content("Migracion, Direccion General", { countryCode: "RW" });
  await expect(call.organisations.add(alike)).rejects.toMatchObject(refused("organisation.sounds_alike"));
  await call.organisations.add({ ...alike, anyway: true });
  await expect(
    call.organisations.add({
      ...content("Dirección General de Migración", { countryCode: "RW" }),
      anyway: true,
    }),
  ).rejects.toMatchObject(refused("organisation.already_here"));
});

it("is changed by one of two people at a time, and the other is told", async () => {
  const { call } = await stage.as("programme_manager");
  const one = content("Border Guard of Kenya");
  await call.organisations.add(one);
  const { id: _, ...said } = one;
  await call.organisations.revise({ ...said, id: one.id, version: 1, kind: "border_guard" });
  await expect(
    call.organisations.revise({ ...said, id: one.id, version: 1, acronym: "BGK" }),
  ).rejects.toMatchObject(refused("organisation.changed_meanwhile"));
  expect(await call.organisations.show({ id: one.id })).toMatchObject({ kind: "border_guard", version: 2 });
});

it("is retired with a reason and offered again", async () => {
  const { call } = await stage.as("programme_manager");
  const one = content("Harbour Police");
  await call.organisations.add(one);
  await call.organisations.retire({ id: one.id, version: 1, reason: "Merged with the coast guard" });
  const offered = async () => (await call.organisations.choices({})).some(({ id }) => id === one.id);
  expect(await offered()).toBe(false);
  expect((await call.organisations.list({})).rows.some(({ id }) => id === one.id)).toBe(false);
  expect(
    (await call.organisations.list({ retired: true })).rows.find(({ id }) => id === one.id),
  ).toMatchObject({
    retiredReason: "Merged with the coast guard",
  });
  await call.organisations.restore({ id: one.id, version: 2 });
  expect(await offered()).toBe(true);
  expect((await eventsOf(one.id)).map(({ action }) => action)).toEqual([
    "organisation.added",
    "organisation.retired",
    "organisation.restored",
  ]);
});

it("is not for somebody of another country, nor shared ones for somebody of one country, nor any for a liaison", async () => {
  const elsewhere = (await stage.as("programme_manager", { countries: ["RW"] })).call;
  const home = (await stage.as("programme_manager", { countries: ["KE"] })).call;
  const liaison = (await stage.as("liaison", { countries: ["KE"] })).call;
  const one = content("Anti-trafficking unit");
  await home.organisations.add(one);
  await expect(elsewhere.organisations.add(content("Another unit"))).rejects.toMatchObject(
    refused("not_found"),
  );
  await expect(
    elsewhere.organisations.retire({ id: one.id, version: 1, reason: "Not ours" }),
  ).rejects.toMatchObject(refused("not_found"));
  await expect(home.organisations.revise({ ...one, version: 1, countryCode: "RW" })).rejects.toMatchObject(
    refused("not_found"),
  );
  await expect(home.organisations.add(content("World body", { countryCode: null }))).rejects.toMatchObject(
    refused("organisation.shared"),
  );
  await expect(liaison.organisations.add(content("Own office"))).rejects.toMatchObject(
    refused("access.forbidden"),
  );
  await expect((await stage.as("leadership")).call.organisations.choices({})).rejects.toMatchObject(
    refused("access.forbidden"),
  );
});
