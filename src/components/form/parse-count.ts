/** Reads what an officer types or pastes as a count: any script's digits, thousands in groups. Null when nothing is typed, undefined when it is no whole number. */
export function parseCount(typed: string): number | null | undefined {
  const latin = typed
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .trim();
  if (latin === "") return null;
  const grouped = /^\d{1,3}(?:([\s.,'’٬\u00a0\u202f])\d{3})(?:\1\d{3})*$/.test(latin);
  const digits = grouped ? latin.replace(/\D/g, "") : latin;
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}
