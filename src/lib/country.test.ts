import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { countryAliases, countryByName, foldName } from "./country-alias.ts";
import { LOCALES } from "./country-names.ts";
import {
  alpha2Of,
  alpha3Of,
  COUNTRY_CODES,
  countriesByName,
  countryName,
  INTERPOL_AS_OF,
  isCountryCode,
  isInterpolMember,
  parentOf,
  REGIONS,
  regionOf,
  UN_MEMBERS,
} from "./country.ts";
import { DomainError } from "./errors.ts";

test("there are 249 codes, each with an alpha-3 code that leads back to it", () => {
  expect(COUNTRY_CODES).toHaveLength(249);
  expect(new Set(COUNTRY_CODES).size).toBe(249);
  for (const code of COUNTRY_CODES) expect(alpha2Of(alpha3Of(code)!)).toBe(code);
});

test("the United Nations have 193 members", () => {
  expect(UN_MEMBERS).toHaveLength(193);
});

test("INTERPOL has 196 members on its as-of date: the UN's without KP and TV, and VA, PS, AW, CW, SX", () => {
  const members = COUNTRY_CODES.filter(isInterpolMember);
  expect(INTERPOL_AS_OF).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(members).toHaveLength(196);
  const un = new Set(UN_MEMBERS);
  expect(UN_MEMBERS.filter((code) => !isInterpolMember(code))).toEqual(["KP", "TV"]);
  expect(members.filter((code) => !un.has(code)).toSorted()).toEqual(["AW", "CW", "PS", "SX", "VA"]);
});

test("every code has one region, and a parent is a UN member", () => {
  for (const code of COUNTRY_CODES) expect(REGIONS).toContain(regionOf(code));
  const parents = new Set(COUNTRY_CODES.map(parentOf).filter((parent) => parent !== null));
  expect(UN_MEMBERS).toEqual(expect.arrayContaining([...parents]));
  expect(parentOf("GF")).toBe("FR");
  expect(() => regionOf("XX")).toThrow(RangeError);
});

test("every code has a name in each language, and each name is read back as its code", () => {
  for (const locale of LOCALES)
    for (const code of COUNTRY_CODES) {
      const name = countryName(code, locale);
      expect(name, `${code} in ${locale}`).not.toBe(code);
      expect(countryByName(name), name).toBe(code);
    }
});

test("a name is the same however often and in whatever order it is asked for", () => {
  expect(countryName("CD", "en")).toBe("Democratic Republic of the Congo");
  expect(countryName("TR", "en")).toBe("Türkiye");
  expect(countryName("KE", "ar")).toBe("كينيا");
  expect(countryName("DK", "es")).toBe("Dinamarca");
  expect(countryName("??", "en")).toBe("??");
});

test("what people write is read", () => {
  const written: Record<string, string> = {
    "DR Congo": "CD",
    Laos: "LA",
    "Cote d'Ivoire": "CI",
    "CÔTE D’IVOIRE": "CI",
    "Ivory Coast": "CI",
    Turkey: "TR",
    "Viet Nam": "VN",
    USA: "US",
    "  united   kingdom ": "GB",
    "Emiratos Árabes Unidos": "AE",
    "Trinidad & Tobago": "TT",
    "Guinea Bissau": "GW",
    الجزائر: "DZ",
    ken: "KE",
    pe: "PE",
  };
  for (const [name, code] of Object.entries(written)) expect(countryByName(name), name).toBe(code);
});

test("every country of the published operations is read", () => {
  const file = new URL("../../prisma/data/published-operations.json", import.meta.url);
  const { operations } = JSON.parse(readFileSync(file, "utf8")) as { operations: { countries: string[] }[] };
  const names = operations.flatMap((operation) => operation.countries);
  expect(names.length).toBeGreaterThan(100);
  for (const name of names) expect(isCountryCode(countryByName(name)), name).toBe(true);
});

test("an unknown or ambiguous name is refused, and so is an area without a code", () => {
  const reasonOf = (name: string) => {
    try {
      return countryByName(name);
    } catch (error) {
      return error instanceof DomainError ? error.reason : error;
    }
  };
  for (const name of ["Wakanda", "", "Congo", "Korea", "constructor", "__proto__"])
    expect(reasonOf(name), name).toBe("country.unknown");
  expect(reasonOf("Kosovo")).toBe("country.without_code");
});

test("aliases are kept folded, so that the database finds them by equality", () => {
  for (const alias of countryAliases().keys()) expect(foldName(alias)).toBe(alias);
});

test("names sort as the language sorts: Åland and Égypte are not at the end", () => {
  const french = countriesByName("fr").map(({ name }) => name);
  expect(french.indexOf("Égypte")).toBeLessThan(french.indexOf("Finlande"));
});
