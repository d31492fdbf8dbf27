import { describe, expect, it } from "vitest";
import { directionOf, isLocale, localeFromHeader } from "./locale.ts";

describe("the language of a reader who has not chosen", () => {
  it.each([
    [null, "en"],
    ["", "en"],
    ["fr-CH, fr;q=0.9, en;q=0.8", "fr"],
    ["de-DE,de;q=0.9,es;q=0.7,en;q=0.3", "es"],
    ["en;q=0.2,ar-EG;q=0.9", "ar"],
    ["fr;q=0,es", "es"],
    ["*", "en"],
    ["zz,,;;q=x", "en"],
  ])("reads %j as %s", (header, expected) => {
    expect(localeFromHeader(header)).toBe(expected);
  });

  it("writes Arabic from right to left and the others from left to right", () => {
    expect(["en", "fr", "es", "ar"].map(directionOf)).toEqual(["ltr", "ltr", "ltr", "rtl"]);
  });

  it("knows its four languages and nothing that an object inherits", () => {
    expect(isLocale("fr")).toBe(true);
    expect(isLocale("toString")).toBe(false);
    expect(isLocale(undefined)).toBe(false);
  });
});
