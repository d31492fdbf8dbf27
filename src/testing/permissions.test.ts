import { initTRPC } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { PERMISSIONS } from "#access/permissions.ts";
import * as enums from "#generated/prisma/enums.ts";
import { atTheDoor, permitted, router, run } from "#server/procedure.ts";
import { isCode, listFiles, readSources } from "#testing/modules.ts";
import { isTest } from "#testing/names.ts";
import { permissionFaults, permissionsAsked, proceduresOf } from "#testing/permission-faults.ts";
import { appRouter } from "#trpc/root.ts";

const answer = run(async () => ({ id: "1" }));

describe("every procedure", () => {
  it("names a permission of the role table, or a known door", () => {
    expect(proceduresOf(appRouter).length).toBeGreaterThan(0);
    expect(permissionFaults(appRouter)).toEqual([]);
  });

  it("is a query, a mutation or a subscription under the name of its feature", () => {
    const odd = proceduresOf(appRouter).filter(([path]) => !/^[a-z]+(\.[a-zA-Z]+)+$/.test(path));
    expect(odd.map(([path]) => path)).toEqual([]);
  });
});

describe("the role table", () => {
  it("names only roles that exist, each permission as noun:verb held by someone", () => {
    const roles = Object.keys(enums.Role);
    for (const [permission, holders] of Object.entries(PERMISSIONS)) {
      expect(permission).toMatch(/^[a-z_]+:[a-z_]+$/);
      expect(holders.length).toBeGreaterThan(0);
      expect(holders.filter((role) => !roles.includes(role))).toEqual([]);
    }
  });

  it("holds no permission that nothing asks for", () => {
    const asked = permissionsAsked(appRouter);
    const paths = listFiles(".", ["src", "scripts"]).filter((path) => isCode(path) && !isTest(path));
    const spoken = readSources(
      ".",
      paths.filter((path) => !path.startsWith("src/access/permissions")),
    );
    const unused = Object.keys(PERMISSIONS).filter(
      (permission) =>
        !asked.has(permission) && !spoken.some((file) => file.source.includes(`"${permission}"`)),
    );
    expect(unused).toEqual([]);
  });
});

describe("the permission check", () => {
  const sound = router({
    list: permitted("match:read").query(answer),
    redeem: atTheDoor("door:link").query(() => 1),
  });

  it("lets a sound router pass and reads each of its procedures", () => {
    expect(permissionFaults(sound)).toEqual([]);
    expect([...permissionsAsked(sound)]).toEqual(["match:read", "door:link"]);
  });

  it("convicts a procedure without permission, nested ones too", () => {
    const naked = initTRPC.create();
    const twin = naked.router({ matches: naked.router({ purge: naked.procedure.mutation(() => 1) }) });
    expect(permissionFaults(twin)).toEqual(["matches.purge: no permission"]);
  });

  it("convicts a permission that the table does not know and a door nobody decided on", () => {
    const twin = router({
      steal: permitted("match:steal" as never).mutation(answer),
      enter: atTheDoor("door:cellar").query(() => 1),
    });
    expect(permissionFaults(twin)).toEqual([
      "steal: unknown permission match:steal",
      "enter: unknown permission door:cellar",
    ]);
  });

  it("fails when it read nothing", () => {
    expect(permissionFaults(router({}))).toEqual(["no procedure was read"]);
  });
});
