import fc from "fast-check";
import { expect, test } from "vitest";
import { personalDataIn, personalDataKinds } from "./personal-data.ts";

const today = "2026-11-22";
const kinds = (text: string) => personalDataKinds(text, today);

test("a line of a machine-readable zone is seen", () => {
  expect(kinds("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<")).toEqual(["mrz"]);
  expect(kinds("L898902C36UTO7408122F1204159ZE184226B<<<<<10")).toEqual(["mrz"]);
});

test("document numbers of many countries are seen", () => {
  for (const number of [
    "AB1234567",
    "C01X00T47",
    "12AB34567",
    "passport 123456789",
    "PA0940443",
    "carte 880692310285",
    "٢٣٤٥٦٧٨٩١",
  ])
    expect(kinds(number), number).toContain("document_number");
});

test("birth dates are seen in four languages and in figures", () => {
  for (const date of [
    "12/03/1984",
    "1984-03-12",
    "12.03.1984",
    "12 March 1984",
    "March 12, 1984",
    "12 mars 1984",
    "12 de marzo de 1984",
    "١٢ مارس ١٩٨٤",
    "DOB 12/03/84",
    "née le 3/7/91",
    "born in 1984",
    "مواليد 1984",
  ])
    expect(kinds(date), date).toEqual(["birth_date"]);
});

test("phones and addresses of mail are seen", () => {
  for (const phone of [
    "+254 712 345 678",
    "+33 6 12 34 56 78",
    "0033612345678",
    "06 12 34 56 78",
    "+573001234567",
  ])
    expect(kinds(phone), phone).toEqual(["phone"]);
  expect(kinds("write to j.doe@example.org")).toEqual(["email"]);
});

test("what officers write every day raises no warning", () => {
  for (const text of [
    "",
    "No traffic, ferry out of service since 14:30.",
    "8,000 documents in four days, 3 matches; see KE-0147 and IT-0002.",
    "1 250 400 searches since 2026-11-03",
    "On 21/11/2026 the MIND copy was down from 06:00 to 12:00",
    "Flight KQ101 landed 23:50, second line at 00:20",
    "Reference RW-0012, gate B12, terminal T2",
    "Training 12 March 2026, INTERPOL General Secretariat",
    "20000 contrôles, 150 agents formés en 2008",
    "SLTD TDAWN FIND I-24/7 IARMS",
    "12,500.75 kg",
    "a < b and b << c",
  ])
    expect(kinds(text), text).toEqual([]);
});

test("the place is where it stands, and nothing of the text is repeated", () => {
  const text = "seen AB1234567 at gate";
  expect(personalDataIn(text, today)).toEqual([{ kind: "document_number", start: 5, end: 14 }]);
});

test("no text, however strange or long, takes long or throws", () => {
  for (const text of [
    "<".repeat(50_000),
    "1".repeat(50_000),
    "A1".repeat(20_000),
    "+1 ".repeat(20_000),
    "0 0-".repeat(9000),
  ])
    expect(personalDataIn(text, today).length).toBeLessThan(4000);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      for (const { start, end } of personalDataIn(text, today)) expect(start).toBeLessThan(end);
    }),
  );
});
