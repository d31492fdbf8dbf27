import { expect, test } from "vitest";
import { literally } from "./like.ts";

test("what LIKE reads as a sign stands for itself", () => {
  expect(literally("50%_a\\b")).toBe("50\\%\\_a\\\\b");
  expect(literally("Hammer II")).toBe("Hammer II");
});
