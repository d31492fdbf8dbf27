const NARROW = "\u202f";

/** French sets a space before ; : ? ! and inside « »: a narrow one that does not break, so that no sign begins a line. */
export function keepSigns(text: string): string {
  return text.replaceAll(/[ \u00a0](?=[;:?!»])/g, NARROW).replaceAll(/«[ \u00a0]/g, `«${NARROW}`);
}
