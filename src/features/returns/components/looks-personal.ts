import { personalDataKinds } from "#lib/personal-data.ts";

/** Does a text look as if it named a person, a document or a birth date? The form warns and never refuses. */
export function looksPersonal(text: string): boolean {
  return personalDataKinds(text, new Date().toISOString().slice(0, 10)).length > 0;
}
