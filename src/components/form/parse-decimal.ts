/**
 * Reads a quantity with up to three decimals: any script's digits; one point or comma is the decimal mark, blanks and
 * apostrophes part thousands, both marks together say which is which. Null when nothing is typed, undefined when unreadable.
 */
export function parseDecimal(typed: string): number | null | undefined {
  const latin = typed
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/٫/g, ".")
    .replace(/٬/g, "'")
    .trim();
  if (latin === "") return null;
  const whole = /^(\d{1,3}(?:([\s'’\u00a0\u202f])\d{3}(?:\2\d{3})*)?|\d+)(?:[.,](\d{1,3}))?$/.exec(latin);
  const mixed = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?!\2)[.,](\d{1,3})$/.exec(latin);
  const grouped = /^\d{1,3}([.,])\d{3}(?:\1\d{3})+$/.test(latin);
  if (grouped) return bounded(latin.replace(/\D/g, ""));
  const read = whole ?? mixed;
  return read ? bounded(`${(read[1] ?? "").replace(/\D/g, "")}.${read[3] ?? "0"}`) : undefined;
}

function bounded(digits: string): number | undefined {
  const value = Number(digits);
  return value <= 1_000_000_000_000 ? value : undefined;
}

/** Three decimals after one to three digits: others would read it as thousands, so the field says how it was read. */
export function isReadTwoWays(typed: string): boolean {
  return /^\s*[1-9]\d{0,2}[.,]\d{3}\s*$/.test(typed);
}
