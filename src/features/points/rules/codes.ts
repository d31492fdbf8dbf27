/** Three letters of the International Air Transport Association ("NBO"). */
export function isIata(written: unknown): written is string {
  return typeof written === "string" && /^[A-Z]{3}$/.test(written);
}

/** United Nations code for a place of trade and transport: country, then three letters or digits 2 to 9 ("KENBO"). */
export function isUnlocode(written: unknown): written is string {
  return typeof written === "string" && /^[A-Z]{2}[A-Z2-9]{3}$/.test(written);
}

/** What is wrong between the codes of a point and its country; null when nothing is. */
export function codeFault(point: { countryCode: string; unlocode: string | null }): string | null {
  if (point.unlocode !== null && !point.unlocode.startsWith(point.countryCode))
    return "point.unlocode_of_another_country";
  return null;
}

/** Short labels to try for a new point, the best first: "KE-NBO" by its code, else by its name, then numbered. */
export function labelsFor(point: {
  countryCode: string;
  iata: string | null;
  unlocode: string | null;
  name: string;
}): string[] {
  const plain = point.name
    .normalize("NFD")
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, "");
  const short = point.iata ?? point.unlocode?.slice(2) ?? (plain.length >= 3 ? plain.slice(0, 3) : "PNT");
  const label = `${point.countryCode}-${short}`;
  return [label, ...Array.from({ length: 98 }, (_, index) => `${label}${index + 2}`)];
}
