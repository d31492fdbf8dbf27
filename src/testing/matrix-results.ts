import { newId } from "#lib/ids.ts";
import { list, place, row, world, type Entry } from "./matrix-entry.ts";

/** The lines of arrests, people, seizures and outcomes of matches. */
export const RESULT_LINES: Record<string, Entry> = {
  "outcomes.places": list(
    "L",
    () => world,
    (answer, f) => answer.includes(f.operation.id),
  ),
  "outcomes.matchesToCite": list(
    "L",
    () => world,
    (answer, f) => answer.includes(f.matches.recorded),
  ),
  "outcomes.recordPeopleGroups": row("L", (f) => ({
    ...place(f),
    kind: "migrants_encountered",
    groups: [{ id: newId(), ageGroup: "minor", sex: "male", count: 3 }],
  })),
};
