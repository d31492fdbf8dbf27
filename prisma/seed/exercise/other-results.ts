import { recordArrest, recordPeople, recordSeizure } from "#features/outcomes/mutations/record-result.ts";
import type { AgeGroup, Offence, PeopleKind, Sex } from "#generated/prisma/enums.ts";
import type { Stage } from "../actors.ts";
import { MERIDIAN_ID, personId } from "../ids.ts";
import { dayEnd, minutesAfter, notAfter, type Calendar } from "./calendar.ts";
import { chanceOf, idOf } from "./chance.ts";
import type { Hit } from "./hits.ts";
import type { Meridian, PointInput } from "./input.ts";

/** Country, offence, day and whether it came from a match; the pre-operational ones precede the checks. */
const ARRESTS: [country: string, offence: Offence, day: number, fromMatch: boolean][] = [
  ["PH", "migrant_smuggling", -7, true],
  ["PH", "document_fraud", -13, false],
  ["CO", "migrant_smuggling", -9, true],
  ["CO", "document_fraud", -24, false],
  ["IT", "wanted_person", -12, true],
  ["IT", "migrant_smuggling", -22, false],
  ["KE", "document_fraud", -10, true],
  ["DZ", "wanted_person", -6, true],
  ["BJ", "other", -5, true],
];
const PEOPLE: [country: string, kind: PeopleKind, age: AgeGroup, sex: Sex, counts: number[]][] = [
  ["PH", "victims_presumed", "adult", "female", [2]],
  ["PH", "victims_presumed", "minor", "female", [1]],
  ["CO", "victims_presumed", "adult", "male", [2]],
  ["BJ", "victims_presumed", "adult", "female", [1]],
  ["BJ", "victims_presumed", "minor", "male", [1]],
  ["PH", "victims_identified", "adult", "female", [2]],
  ["CO", "victims_identified", "adult", "male", [1]],
  ["KE", "migrants_encountered", "adult", "male", [7, 5]],
  ["KE", "migrants_encountered", "adult", "female", [6, 4]],
  ["DZ", "migrants_encountered", "adult", "male", [11, 9]],
  ["DZ", "migrants_encountered", "minor", "male", [6, 5]],
  ["IT", "migrants_encountered", "adult", "male", [9, 8]],
  ["IT", "migrants_encountered", "adult", "female", [7, 4]],
  ["CO", "migrants_encountered", "adult", "male", [12]],
  ["CO", "migrants_encountered", "adult", "female", [8, 5]],
  ["CO", "migrants_encountered", "minor", "female", [10]],
  ["CO", "migrants_encountered", "minor", "male", [2]],
  ["KE", "missing_persons_located", "not_stated", "not_stated", [1]],
  ["IT", "missing_persons_located", "not_stated", "not_stated", [1]],
];
const SEIZED_IN: Record<string, string[]> = {
  fraudulent_document: ["KE", "PH", "CO", "DZ", "BJ", "IT"],
  blank_stolen_document: ["BJ"],
  vehicle: ["KE", "IT", "CO"],
  mobile_phone: ["CO", "PH"],
  cigarettes: ["DZ"],
  counterfeit_medicine: ["BJ"],
  protected_wildlife_product: ["KE"],
  firearm: ["CO"],
};
const CASH_IN: Record<string, string> = { EUR: "IT", USD: "CO", KES: "KE" };

type Scene = { stage: Stage; meridian: Meridian; calendar: Calendar; hits: Hit[]; country: string };

const mainPoint = ({ meridian, country }: Scene): PointInput =>
  meridian.points.find((point) => point.country === country)!;

async function at(scene: Scene, day: number) {
  const point = mainPoint(scene);
  const localDate = scene.calendar.dateOf(day);
  const when = notAfter(minutesAfter(dayEnd(localDate, point), 30), scene.calendar.now, 3);
  const act = await scene.stage.actAs(personId(`liaison.${scene.country.toLowerCase()}`), when);
  return { act, place: { operationId: MERIDIAN_ID, countryCode: scene.country, localDate } };
}

/** Arrests, people and seizures of one country, recorded by its liaison. */
export async function recordOthers(scene: Scene, points: Map<string, string>): Promise<void> {
  for (const [index, [country, offence, day, fromMatch]] of ARRESTS.entries()) {
    if (country !== scene.country) continue;
    const hit = fromMatch ? arrestedOn(scene) : undefined;
    const { act, place } = await at(scene, hit ? hit.draw.day : day);
    await act("outcome:record", recordArrest, {
      ...place,
      id: idOf(`arrest:${index}`),
      borderPointId: hit ? points.get(hit.draw.point.id)! : null,
      phaseId: idOf(`phase:${day < -19 ? "pre_operational" : "tactical"}`),
      count: 1,
      offence,
      state: index % 4 === 1 ? "charged" : index === 8 ? "released" : "arrested",
      matchId: hit?.id ?? null,
    });
  }
  await recordPeopleOf(scene, points);
  await recordSeizuresOf(scene, points);
}

function arrestedOn({ hits, country }: Scene): Hit | undefined {
  const own = hits.filter((hit) => hit.draw.point.country === country);
  return (
    own.find((hit) => hit.draw.outcomes.some((kind) => kind.startsWith("arrest"))) ??
    own.find((hit) => hit.draw.fate === "confirmed_closed")
  );
}

async function recordPeopleOf(scene: Scene, points: Map<string, string>): Promise<void> {
  for (const [index, [country, kind, ageGroup, sex, counts]] of PEOPLE.entries()) {
    if (country !== scene.country) continue;
    const days = chanceOf(`people:${index}`).shuffled([-4, -6, -8, -9, -11, -13]);
    for (const [nth, count] of counts.entries()) {
      const { act, place } = await at(scene, days[nth]!);
      const id = idOf(`people:${index}:${nth}`);
      const borderPointId = points.get(mainPoint(scene).id)!;
      await act("outcome:record", recordPeople, { ...place, id, borderPointId, kind, ageGroup, sex, count });
    }
  }
}

async function recordSeizuresOf(scene: Scene, points: Map<string, string>): Promise<void> {
  for (const [index, [commodity, quantity, written]] of scene.meridian.seizures.entries()) {
    const countries = commodity === "cash" ? [CASH_IN[written]!] : SEIZED_IN[commodity]!;
    const nth = countries.indexOf(scene.country);
    if (nth < 0) continue;
    // Whole items are shared out; the first country takes what does not divide.
    const each = Math.floor(quantity / countries.length);
    const share =
      countries.length === 1 ? quantity : nth === 0 ? quantity - each * (countries.length - 1) : each;
    const { act, place } = await at(scene, -5 - (index % 9));
    await act("outcome:record", recordSeizure, {
      ...place,
      id: idOf(`seizure:${index}:${scene.country}`),
      borderPointId: points.get(mainPoint(scene).id)!,
      commodity,
      quantity: share,
      unit: written === "tablets" ? "pieces" : written,
    });
  }
}
