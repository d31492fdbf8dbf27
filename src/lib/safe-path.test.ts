import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path.ts";

describe("where one goes after signing in", () => {
  it.each(["/", "/operations?text=hammer&page=2", "/matches/0190#steps", "/%E2%82%AC"])(
    "is %s as asked",
    (path) => {
      expect(safePath(path)).toBe(path);
    },
  );

  it.each([
    null,
    "",
    "operations",
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "/\t/evil.example",
    "/..//evil.example",
    "data:text/html,hello",
    "/sign-in?next=/x",
    "/api/trpc/people.me",
    `/${"x".repeat(3000)}`,
  ])("is the beginning instead of %j", (path) => {
    expect(safePath(path)).toBe("/");
  });
});
