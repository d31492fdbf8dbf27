import { describe, expect, it } from "vitest";
import { translateDatabaseError } from "./refusal.ts";

/** As Prisma hands over what it has no code of its own for. */
const unmapped = (code: string, message: string) =>
  Object.assign(new Error(`Database error. Code: \`${code}\`. Message: \`${message}\``), {
    code: "P2039",
    meta: { driverAdapterError: { cause: { kind: "postgres", code, originalCode: code, message } } },
  });

describe("what the database refused", () => {
  it.each([
    ["57P01", "terminating connection due to unexpected postmaster exit"],
    ["53300", "sorry, too many clients already"],
    ["40001", "could not serialize access"],
  ])("is our failure, never the sender's, when it is %s", (code, message) => {
    expect(translateDatabaseError(unmapped(code, message))).toBeNull();
  });

  it("is nobody's to know when a row is out of reach or an id is taken", () => {
    expect(translateDatabaseError(unmapped("42501", "new row violates row-level security"))).toMatchObject({
      kind: "unusable",
      reason: "id.not_usable",
    });
    expect(translateDatabaseError(Object.assign(new Error("taken"), { code: "P2002" }))).toMatchObject({
      kind: "unusable",
    });
  });

  it("is told by name when it is a law of the house", () => {
    expect(translateDatabaseError(unmapped("P0001", "confirmation.already_answered"))).toMatchObject({
      reason: "confirmation.already_answered",
    });
  });

  it.each([
    "invalid input syntax for type json",
    "JSON Error: unexpected end of hex escape at line 1 column 428",
  ])("is told as text that cannot be kept when half of a character is in it: %s", (message) => {
    expect(translateDatabaseError(new Error(message))).toMatchObject({ reason: "text.not_storable" });
  });
});
