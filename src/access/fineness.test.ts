import { describe, expect, test } from "vitest";
import type { Role } from "#generated/prisma/enums.ts";
import { finenessOf } from "./fineness.ts";
import type { Grant } from "./scope.ts";

const grant = (
  role: Role,
  countries: Grant["countries"] = "all",
  operations: Grant["operations"] = "all",
) => ({
  role,
  countries,
  operations,
});

describe("how finely counts of people may be divided", () => {
  test("follows the strongest role where it reaches as far as the others", () => {
    expect(finenessOf([grant("observer")])).toBe("operation");
    expect(finenessOf([grant("observer"), grant("leadership")])).toBe("months");
    expect(finenessOf([grant("leadership"), grant("reviewer")])).toBe("exact");
    expect(finenessOf([grant("liaison", ["KE"]), grant("reviewer", ["KE"])])).toBe("exact");
    expect(finenessOf([grant("observer", "all", ["one"]), grant("programme_manager", "all", ["one"])])).toBe(
      "exact",
    );
  });

  test("follows the weaker role where that one reaches further", () => {
    expect(finenessOf([grant("liaison", ["KE"]), grant("observer", "all", ["one"])])).toBe("operation");
    expect(finenessOf([grant("liaison", ["KE"]), grant("leadership")])).toBe("months");
    expect(finenessOf([grant("reviewer", ["KE"]), grant("leadership", ["KE", "PE"])])).toBe("months");
    expect(finenessOf([grant("leadership", "all", ["one"]), grant("observer", "all", ["two"])])).toBe(
      "operation",
    );
  });

  test("is the coarsest for nobody's reach put together of two", () => {
    const two = [grant("liaison", ["KE"], ["one"]), grant("liaison", ["PE"], ["two"])];
    expect(finenessOf(two)).toBe("exact");
    expect(finenessOf([...two, grant("leadership", ["KE"], ["two"])])).toBe("months");
  });
});
