import { expect, test } from "vitest";
import { DomainError } from "./errors.ts";

test("a refusal carries its kind, its reason and the values of its sentence", () => {
  const refusal = new DomainError("conflict", "row.validated_is_fixed", { values: { day: "2026-11-20" } });
  expect(refusal).toBeInstanceOf(Error);
  expect(refusal).toMatchObject({
    kind: "conflict",
    reason: "row.validated_is_fixed",
    values: { day: "2026-11-20" },
  });
});

test("a refusal without values has none, not undefined", () => {
  expect(new DomainError("not_found", "match.not_found").values).toEqual({});
});
