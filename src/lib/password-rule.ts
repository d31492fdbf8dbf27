export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 128;

// What people type when fifteen characters are asked of them. Compared without case, spaces and punctuation.
const COMMON = [
  "password",
  "passw0rd",
  "motdepasse",
  "contrasena",
  "contraseña",
  "qwertyuiop",
  "azertyuiop",
  "asdfghjkl",
  "letmein",
  "welcome",
  "bienvenue",
  "bienvenido",
  "iloveyou",
  "changeme",
  "administrator",
  "correcthorsebatterystaple",
  "muster",
  "interpol",
  "meridian",
  "police",
  "policia",
  "gendarmerie",
  "immigration",
];

export type PasswordFault = "too_short" | "too_long" | "too_common" | "contains_context";

/**
 * Why a password is refused, or null. Length decides (NIST 800-63B): no rules about kinds of characters. What is left once common
 * and context words (name, e-mail) are taken out must still be eight characters of more than four kinds.
 */
export function passwordFault(password: string, context: readonly string[] = []): PasswordFault | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_MIN) return "too_short";
  if (length > PASSWORD_MAX) return "too_long";
  const bare = reduce(password);
  const words = context.flatMap((text) => text.split(/[\s@._-]+/)).map(reduce);
  const withoutContext = without(
    bare,
    words.filter((word) => word.length >= 4),
  );
  if (tooPlain(withoutContext) && !tooPlain(bare)) return "contains_context";
  return tooPlain(without(withoutContext, COMMON.map(reduce))) ? "too_common" : null;
}

const reduce = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, "");

const without = (text: string, words: readonly string[]): string =>
  words.toSorted((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ""), text);

function tooPlain(text: string): boolean {
  const runs = text.replace(/(0?123456789?0?|987654321?0?|abcdefgh\p{L}*)/gu, "");
  return runs.length < 8 || new Set(runs).size < 5;
}
