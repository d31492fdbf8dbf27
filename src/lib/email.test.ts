import { describe, expect, it } from "vitest";
import { canonicalEmail } from "./email.ts";

describe("an e-mail address", () => {
  it.each([
    [" Liaison.KE@Muster.example ", "liaison.ke@muster.example"],
    ["ａdmin@muster.example", "admin@muster.example"],
  ])("%j is written %j", (written, canonical) => expect(canonicalEmail(written)).toBe(canonical));

  it.each([
    "",
    "admin",
    "аdmin@muster.example",
    "a@b@c.example",
    "a b@c.example",
    "a@localhost",
    `${"x".repeat(300)}@c.example`,
    "a\u0000@c.example",
  ])("%j is none", (written) => expect(canonicalEmail(written)).toBeNull());
});
