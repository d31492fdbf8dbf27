import { describe, expect, it } from "vitest";
import { passwordFault } from "./password-rule.ts";

describe("a password", () => {
  it.each([
    "seven lanterns over a harbour",
    "مصابيح كثيرة فوق المرفأ الهادئ",
    "gB7 vq-82 wmn Z4 rt",
    "🦒🦒🐘🦜🐢🐙 zoo on the hill",
  ])("is taken: %s", (password) =>
    expect(passwordFault(password, ["Amina Diallo", "amina@agency.example"])).toBeNull(),
  );

  it.each([
    ["fourteen chars", "too_short"],
    ["x".repeat(129), "too_long"],
    ["password123456789", "too_common"],
    ["Muster Interpol Police", "too_common"],
    ["aaaaaaaaaaaaaaaaaa", "too_common"],
    ["abababababababababab", "too_common"],
    ["1234567890123456", "too_common"],
    ["qwertyuiopasdfghjkl", "too_common"],
    ["correct horse battery staple", "too_common"],
    ["amina.diallo.amina", "contains_context"],
    ["Agency-Example-Amina", "contains_context"],
  ])("is refused: %s", (password, fault) => {
    expect(passwordFault(password, ["Amina Diallo", "amina@agency.example"])).toBe(fault);
  });
});
