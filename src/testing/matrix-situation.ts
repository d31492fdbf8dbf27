import { always, list, totalsShow, world, type Entry } from "./matrix-entry.ts";

/** The lines of the map: what everyone may ask of totals, and what is for headquarters alone. */
export const SITUATION_LINES: Record<string, Entry> = {
  "situation.access": always("MRLS", () => world),
  "situation.before": list("MRLSO", () => ({ before: "2199-12-31" }), totalsShow),
  "situation.choices": always("MRLSO", () => world),
  "situation.corridors": always("MS", () => world),
  "situation.days": list("MRLSO", () => ({}), totalsShow),
  "situation.places": list("MRLSO", () => ({}), totalsShow),
  "situation.tile": always("MRLSO", () => ({ z: 0, x: 0, y: 0 })),
  "situation.timeline": list("MRLSO", () => ({}), totalsShow),
};
