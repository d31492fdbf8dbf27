import type {
  AgeGroup,
  Certainty,
  Database,
  Measure,
  NoticeColour,
  Offence,
  PhaseKind,
  Qualifier,
} from "#generated/prisma/enums.ts";
import { lookUp } from "./look-up.ts";

export type Kind = {
  measure: Measure;
  unit: string;
  databases?: readonly Database[];
  certainty?: Certainty;
  noticeColour?: NoticeColour;
  offence?: Offence;
  ageGroup?: AgeGroup;
};

const searches = (...databases: Database[]): Kind => ({ measure: "checks", unit: "searches", databases });
const checks = (unit: string, ...databases: Database[]): Kind => ({ measure: "checks", unit, databases });
const subjects: Kind = {
  measure: "notice_subjects",
  unit: "people",
  databases: ["notices"],
  noticeColour: "red",
};

/** What the kinds of counted things mean; a kind that is not here becomes `other` and keeps its label. */
const KINDS: Readonly<Record<string, Kind>> = {
  sltd_document_checks: checks("documents", "sltd"),
  sltd_passenger_checks: checks("travellers", "sltd"),
  passenger_checks: checks("travellers", "unstated"),
  traveller_names_and_documents: checks("mixed", "unstated"),
  persons_and_vehicles_searched: checks("mixed", "unstated"),
  sltd_searches: searches("sltd"),
  sltd_and_nominal_searches: searches("sltd", "nominals"),
  interpol_db_searches: searches("interpol_unspecified"),
  interpol_db_checks: checks("unspecified", "interpol_unspecified"),
  border_checks_unspecified: checks("unspecified", "unstated"),
  checks_globally: checks("unspecified", "unstated"),
  access_point_checks: checks("unspecified", "unstated"),
  db_checks: checks("unspecified", "unstated"),
  inspections: checks("inspections", "unstated"),
  matches: { measure: "matches", unit: "unspecified", databases: ["unstated"] },
  hits: { measure: "matches", unit: "unspecified", databases: ["unstated"] },
  positive_hits: { measure: "matches", unit: "unspecified", databases: ["unstated"] },
  sltd_hits: { measure: "matches", unit: "unspecified", databases: ["sltd"] },
  red_notice_hits_confirmed: {
    measure: "confirmed_matches",
    unit: "unspecified",
    databases: ["notices"],
    noticeColour: "red",
  },
  red_notice_subjects_identified: subjects,
  red_notice_subjects_detected: subjects,
  secondary_inspections_from_name_checks: {
    measure: "secondary_inspections",
    unit: "inspections",
    databases: ["nominals"],
  },
  wanted_persons_detected: { measure: "persons_of_interest", unit: "people" },
  suspected_ftf_detected: { measure: "persons_of_interest", unit: "people", certainty: "suspected" },
  missing_person_located: { measure: "missing_persons_located", unit: "people" },
  missing_persons_located: { measure: "missing_persons_located", unit: "people" },
  stolen_passports_detected: { measure: "documents_detected", unit: "documents" },
  stolen_lost_documents_identified: { measure: "documents_detected", unit: "documents", databases: ["sltd"] },
  active_investigative_leads: { measure: "leads", unit: "cases" },
  leads_linked_to_terror_suspects: { measure: "leads", unit: "cases" },
  potential_threats: { measure: "other", unit: "unspecified", certainty: "potential" },
};

const OTHER: Kind = { measure: "other", unit: "unspecified" };

export function kindOf(label: string): Kind {
  return lookUp(KINDS, label) ?? OTHER;
}

type Said = { qualifier: Qualifier; certainty?: Certainty };
const QUALIFIERS: Readonly<Record<string, Said>> = {
  exact: { qualifier: "exact" },
  more_than: { qualifier: "more_than" },
  over: { qualifier: "more_than" },
  at_least: { qualifier: "at_least" },
  nearly: { qualifier: "nearly" },
  almost: { qualifier: "nearly" },
  close_to: { qualifier: "nearly" },
  approx: { qualifier: "about" },
  approximately: { qualifier: "about" },
  about: { qualifier: "about" },
  around: { qualifier: "about" },
  some: { qualifier: "some" },
  up_to: { qualifier: "up_to" },
  order_of_magnitude: { qualifier: "order_of_magnitude" },
  unquantified: { qualifier: "unquantified" },
  // Says how sure the source is, not how exact the number is.
  potential: { qualifier: "exact", certainty: "potential" },
  suspected: { qualifier: "exact", certainty: "suspected" },
};

/** Words that stand for a size without a number. */
const MAGNITUDES = new Set([
  "dozens",
  "hundreds",
  "thousands",
  "hundreds of thousands",
  "tens of thousands",
  "millions",
]);

/**
 * A printed qualifier as ours. Without a number the words themselves are the claim; with a number and an unknown
 * word the number is only "about" and the word is kept.
 */
export function qualify(value: number | null, printed: string | null): Said & { wording: string | null } {
  if (value === null) {
    const magnitude = printed !== null && MAGNITUDES.has(printed);
    return { qualifier: magnitude ? "order_of_magnitude" : "unquantified", wording: printed };
  }
  if (printed === null) return { qualifier: "exact", wording: null };
  const said = lookUp(QUALIFIERS, printed);
  return said ? { ...said, wording: null } : { qualifier: "about", wording: printed };
}

/** Is this a word of the vocabulary that asks for a number? */
export function asksForANumber(printed: string): boolean {
  return Object.hasOwn(QUALIFIERS, printed) && printed !== "unquantified";
}

const DATABASES: Readonly<Record<string, readonly Database[]>> = {
  SLTD: ["sltd"],
  TDAWN: ["tdawn"],
  Nominal: ["nominals"],
  "name databases": ["nominals"],
  SMV: ["smv"],
  iARMS: ["iarms"],
  "iARMS and others": ["iarms", "other"],
};

/** Databases of a list as printed; `exact` is false where a name says more than our word for it. */
export function databasesOf(printed: readonly string[]): { databases: Database[]; exact: boolean } {
  const found = printed.flatMap((name) => lookUp(DATABASES, name) ?? ["other" as const]);
  const exact = printed.every((name) => ["SLTD", "TDAWN", "Nominal", "SMV", "iARMS"].includes(name));
  return { databases: [...new Set(found)], exact };
}

const COLOURS: readonly string[] = [
  "red",
  "blue",
  "yellow",
  "green",
  "black",
  "orange",
  "purple",
  "silver",
  "un_special",
];

export function colourOf(printed: string): NoticeColour | null {
  return COLOURS.includes(printed) ? (printed as NoticeColour) : null;
}

/** Parts of a number of arrests, where the key names an offence or a notice. */
export const ARREST_PARTS: Readonly<Record<string, Partial<Kind>>> = {
  red_notice: { noticeColour: "red" },
  terrorism_suspects: { offence: "terrorism" },
  drug_trafficking: { offence: "drugs" },
  firearms: { offence: "firearms" },
  nationalities: { measure: "nationalities", unit: "items" },
};

const PHASES: Readonly<Record<string, PhaseKind>> = {
  connectivity: "connectivity",
  training: "training",
  "capacity building": "training",
  operation: "tactical",
  "police operation": "tactical",
  tactical: "tactical",
  "pre-operational": "pre_operational",
  "post-operational": "post_operational",
  "preparatory meeting": "preparation",
  preparation: "preparation",
  evaluation: "evaluation",
};

export function phaseKindOf(name: string): PhaseKind | null {
  return lookUp(PHASES, name) ?? null;
}
