import type { OrganisationKind } from "#generated/prisma/enums.ts";
import { lookUp } from "./look-up.ts";

export type ProgrammeName = { code: string; name: string };
const STOP: ProgrammeName = { code: "STOP", name: "Smuggling Training Operation Programme" };

/** Programmes behind the labels used in print; the label itself stays with the operation. */
const PROGRAMMES: Readonly<Record<string, readonly ProgrammeName[]>> = {
  STOP: [STOP],
  "STOP / IBMTF": [STOP, { code: "IBMTF", name: "Integrated Border Management Task Force" }],
  "Dismantling Smuggling Networks (DSN), listed by INTERPOL under STOP": [
    STOP,
    { code: "DSN", name: "Dismantling Smuggling Networks" },
  ],
  "Frontex Joint Operation Hammer / STOP": [STOP, { code: "HAMMER", name: "Frontex Joint Operation Hammer" }],
  "INTERPOL Specialized Operational Network against migrant smuggling": [
    { code: "ISON", name: "INTERPOL Specialized Operational Network against migrant smuggling" },
  ],
};

export function programmesOf(label: string): readonly ProgrammeName[] {
  return lookUp(PROGRAMMES, label) ?? [{ code: label, name: label }];
}

export type OrganisationName = {
  name: string;
  acronym: string | null;
  kind: OrganisationKind;
  /** A code, or "own": the one country of the operation. */
  country: string | null;
};

const organisation = (
  kind: OrganisationKind,
  country: string | null = null,
  acronym: string | null = null,
) => ({
  kind,
  country,
  acronym,
});
const ORGANISATIONS: Readonly<Record<string, Omit<OrganisationName, "name">>> = {
  Frontex: organisation("regional_body"),
  "European Union": organisation("regional_body", null, "EU"),
  "CARICOM IMPACS": organisation("regional_body", null, "IMPACS"),
  UNODC: organisation("intergovernmental", null, "UNODC"),
  IOM: organisation("intergovernmental", null, "IOM"),
  WCO: organisation("intergovernmental", null, "WCO"),
  "Human Dignity Fund": organisation("foundation"),
  "Peru National Police": organisation("police", "PE"),
  "Peru Migration office": organisation("immigration", "PE"),
  "Peru Ministry of Foreign Affairs": organisation("foreign_ministry", "PE"),
  "Italian border police": organisation("border_guard", "IT"),
  "NCB Algiers": organisation("ncb", "DZ"),
  "General Directorate of National Safety": organisation("police", "DZ"),
  "Immigration Police": organisation("immigration", "own"),
  Customs: organisation("customs", "own"),
  Gendarmerie: organisation("gendarmerie", "own"),
  Germany: organisation("other", "DE"),
  France: organisation("other", "FR"),
};

/** "UNODC (AIRCOP, CRIMJUST)" is UNODC with a note; what no table knows is of kind `other` without a country. */
export function organisationOf(printed: string): { organisation: OrganisationName; note: string | null } {
  const [, stem, note] = /^(.+?) \(([^()]+)\)$/.exec(printed) ?? [];
  const name = stem !== undefined && Object.hasOwn(ORGANISATIONS, stem) ? stem : printed;
  const known = lookUp(ORGANISATIONS, name) ?? organisation("other");
  return { organisation: { name, ...known }, note: name === printed ? null : (note ?? null) };
}

/** Names of border points in print: the airport's IATA code, or the name under which the point is kept, on the side that is named. */
const POINTS: Readonly<
  Record<string, { country: string; iata: string } | { country: string; name: string }>
> = {
  "Jorge Chavez International Airport, Lima": { country: "PE", iata: "LIM" },
  "Manila international airport": { country: "PH", iata: "MNL" },
  "Cotonou international airport": { country: "BJ", iata: "COO" },
  "Nairobi airport": { country: "KE", iata: "NBO" },
  "Rome Fiumicino": { country: "IT", iata: "FCO" },
  "Milan Malpensa": { country: "IT", iata: "MXP" },
  "Algiers airport": { country: "DZ", iata: "ALG" },
  "Kigali International Airport": { country: "RW", iata: "KGL" },
  "Dakar Leopold-Sedar-Senghor airport": { country: "SN", iata: "DKR" },
  "Abidjan airport": { country: "CI", iata: "ABJ" },
  "Casablanca airport": { country: "MA", iata: "CMN" },
  "Jakarta international airport": { country: "ID", iata: "CGK" },
  "Ezeiza (Buenos Aires)": { country: "AR", iata: "EZE" },
  "Guarulhos (Sao Paulo)": { country: "BR", iata: "GRU" },
  "El Dorado (Bogota)": { country: "CO", iata: "BOG" },
  Genoa: { country: "IT", name: "Genoa" },
  Palermo: { country: "IT", name: "Palermo" },
  "Port of Constanta": { country: "RO", name: "Constanta" },
  "Kouremale (Mali/Guinea)": { country: "ML", name: "Kouremale" },
  "Dakola (Burkina Faso/Ghana)": { country: "BF", name: "Dakola" },
  "Noe (Cote d'Ivoire/Ghana)": { country: "CI", name: "Noe" },
};

export type KnownPoint = { id: string; countryCode: string; name: string; iata: string | null; kind: string };

const folded = (name: string) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** The border point a printed name stands for; null when it names none, or more than one, of those known. */
export function pointOf(printed: string, points: readonly KnownPoint[]): KnownPoint | null {
  const listed = lookUp(POINTS, printed);
  const found = points.filter((point) => {
    if (!listed) return folded(point.name) === folded(printed);
    if (point.countryCode !== listed.country) return false;
    if ("iata" in listed) return point.iata === listed.iata;
    return (
      point.kind !== "airport" &&
      folded(point.name)
        .split(/[\s,(]+/)
        .includes(folded(listed.name))
    );
  });
  const [only, ...more] = found;
  return only && more.length === 0 ? only : null;
}
