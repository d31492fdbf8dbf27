import { newId } from "#lib/ids.ts";
import { always, list, now, row, step, world, type Entry } from "./matrix-entry.ts";

/** The lines of imports and matches. */
export const MATCH_LINES: Record<string, Entry> = {
  "imports.importPublished": {
    may: "M",
    meets: "headquarters",
    input: () => ({
      content: JSON.stringify({
        operations: [{ id: `matrix-${newId()}`, name: "Operation Matrix", year: 2020, countries: ["Kenya"] }],
      }),
    }),
  },

  "matches.list": list(
    "MRL",
    () => ({}),
    (answer, f) => answer.includes(f.matches.recorded),
  ),
  "matches.get": row("MRL", (f) => ({ id: f.matches.recorded })),
  "matches.facets": always("MRL", () => world),
  "matches.awaited": list(
    "MRL",
    () => world,
    (answer, f) => answer.includes(f.matches.asked),
  ),
  "matches.posts": list(
    "L",
    () => world,
    (answer, f) => answer.includes(f.deploymentId),
  ),
  "matches.recent": row("L", (f) => ({ deploymentId: f.deploymentId })),
  "matches.record": row("L", (f) => ({
    id: newId(),
    deploymentId: f.deploymentId,
    detectedAt: now(),
    database: "sltd",
    issuer: "DNK",
  })),
  "matches.amend": row("L", (f) => ({ id: f.matches.recorded, version: 1, database: "sltd", issuer: "SWE" })),
  "matches.inspect": row("L", (f) => step(f.matches.recorded)),
  "matches.recordFinding": row("L", (f) => ({ ...step(f.matches.recorded), finding: "impostor" })),
  "matches.requestConfirmation": row("L", (f) => ({ ...step(f.matches.recorded), requestId: newId() })),
  "matches.recordReply": row("L", (f) => ({
    ...step(f.matches.asked),
    channel: "i247",
    answer: "confirmed",
  })),
  "matches.confirmNationally": row("L", (f) => ({ ...step(f.matches.national), answer: "confirmed" })),
  "matches.markNoReply": row("L", (f) => step(f.matches.asked)),
  "matches.close": row("L", (f) => ({ ...step(f.matches.answered), reason: "follow_up_done" })),
  "matches.answerQuery": row("L", (f) => ({
    id: f.matches.queried,
    version: 1,
    remarkId: newId(),
    text: "Checked.",
  })),
  "matches.query": row("R", (f) => ({
    id: f.matches.recorded,
    version: 1,
    remarkId: newId(),
    text: "Which desk?",
  })),
  "matches.validate": row("R", (f) => ({ id: f.matches.recorded, version: 1 })),
  "matches.confirmations": always("MRL", () => ({})),
  "matches.countConfirmations": always("MRL", () => world),
  "matches.answerConfirmation": {
    may: "L",
    meets: "asked_row",
    input: (f) => ({ id: f.requestId, eventId: newId(), answer: "confirmed" }),
  },
};
