import { expect, it } from "vitest";
import { editionAside, editionOf, nameEdition, tellApart } from "./edition.ts";

it("editions are Roman", () => {
  expect([1, 4, 9, 14, 40].map(editionOf)).toEqual(["I", "IV", "IX", "XIV", "XL"]);
});

it("an operation is named with its edition and year, each once", () => {
  expect(nameEdition({ codename: "Exercise Meridian", year: 2026 })).toBe("Exercise Meridian (2026)");
  expect(nameEdition({ codename: "Operation Lionfish (2018)", year: 2018 })).toBe(
    "Operation Lionfish (2018)",
  );
  expect(nameEdition({ codename: "Turquesa III", edition: 3, year: 2021 })).toBe("Turquesa III (2021)");
  expect(nameEdition({ codename: "Turquesa", edition: 3, year: 2021 })).toBe("Turquesa (III · 2021)");
  expect(nameEdition({ codename: "Operation Tuy", year: null })).toBe("Operation Tuy");
  expect(editionAside({ codename: "Operation 20181", year: 2018 })).toEqual(["2018"]);
});

it("in a list only those are told apart that share a codename", () => {
  const rows = [
    { codename: "Hammer", edition: null, year: 2011 },
    { codename: "Hammer", edition: null, year: 2011 },
    { codename: "Meridian", edition: null, year: 2026 },
    { codename: "Meridian", edition: null, year: 2027 },
    { codename: "Meridian", edition: 2, year: 2027 },
  ];
  expect(rows.map(tellApart(rows))).toEqual([
    "Hammer",
    "Hammer",
    "Meridian (2026)",
    "Meridian (2027)",
    "Meridian (II · 2027)",
  ]);
});
