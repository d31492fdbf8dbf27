/**
 * The one way an e-mail address is written in Muster: NFKC, lower case, ASCII only. Null for what is none; a homoglyph never
 * passes for the address it resembles.
 */
export function canonicalEmail(written: string): string | null {
  if (written.length > 320) return null;
  const email = written.normalize("NFKC").trim().toLowerCase();
  return email.length <= 254 && /^[!-?A-~]+@[!-?A-~]+\.[!-?A-~]+$/.test(email) ? email : null;
}
