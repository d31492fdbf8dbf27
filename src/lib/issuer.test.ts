import { expect, test } from "vitest";
import { isIssuerCode, ISSUER_CODES, issuerCountry, issuerName, issuerOf } from "./issuer.ts";

test("a Danish passport is issued by DNK, which is Denmark", () => {
  expect(issuerCountry("DNK")).toBe("DK");
  expect(issuerOf("DK")).toBe("DNK");
  expect(issuerName("DNK", "fr")).toBe("Danemark");
});

test("Germany prints D and the British variants belong to the United Kingdom", () => {
  expect(issuerCountry("D")).toBe("DE");
  expect(issuerCountry("GBO")).toBe("GB");
});

test("organisations issue documents and are no country", () => {
  for (const code of ["UNO", "EUE", "XOM", "XPO", "RKS"]) {
    expect(isIssuerCode(code)).toBe(true);
    expect(issuerCountry(code)).toBeNull();
    for (const locale of ["en", "fr", "es", "ar"]) expect(issuerName(code, locale)).not.toBe(code);
  }
});

test("every issuer has three letters; stateless and refugee are read but not offered as issuers", () => {
  expect(ISSUER_CODES.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  expect(new Set(ISSUER_CODES).size).toBe(ISSUER_CODES.length);
  expect(isIssuerCode("XXB")).toBe(true);
  expect(ISSUER_CODES).not.toContain("XXB");
});

test("what is no code is none", () => {
  for (const code of ["", "dnk", "ZZZ", "constructor", null, {}]) expect(isIssuerCode(code)).toBe(false);
  expect(issuerName("constructor", "en")).toBe("constructor");
});
