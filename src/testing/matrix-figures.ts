import { newId } from "#lib/ids.ts";
import { always, countryRow, row, type Entry } from "./matrix-entry.ts";

const content = {
  measure: "arrests",
  unit: "people",
  databases: [],
  label: "arrests",
  value: 44,
  low: null,
  high: null,
  qualifier: "exact",
  wording: null,
  certainty: "stated",
  countryCode: null,
  phaseId: null,
  offence: null,
  commodity: null,
  noticeColour: null,
  ageGroup: null,
  sex: null,
  periodFrom: null,
  periodTo: null,
  periodWording: null,
  asOf: null,
  status: "final",
  partOfId: null,
  valuation: false,
  note: null,
  sourceId: null,
};
const source = {
  locator: "https://example.org/matrix",
  title: null,
  publisher: null,
  language: "en",
  publishedOn: null,
  tier: "primary",
};

/** The lines of organisations, figures and the audit. */
export const FIGURE_LINES: Record<string, Entry> = {
  "audit.history": row("MRLS", (f) => ({ entity: "operation", id: f.operation.id })),
  "audit.events": always("A", () => ({})),
  "audit.choices": always("A"),
  "audit.state": always("A"),
  "audit.verify": always("A"),
  "audit.takeHeads": always("A"),

  "organisations.list": always("AMRL", () => ({})),
  "organisations.choices": always("AMRL", () => ({ countries: ["KE"] })),
  "organisations.show": always("AMRL", (f) => ({ id: f.figures.organisation })),
  "organisations.add": countryRow("AM", () => {
    const id = newId();
    return { id, name: `Matrix ${id}`, acronym: null, kind: "customs", countryCode: "KE" };
  }),
  "organisations.revise": countryRow("AM", (f) => ({
    id: f.figures.organisation,
    version: 1,
    name: `Revised ${f.figures.organisation}`,
    acronym: "RP",
    kind: "police",
    countryCode: "KE",
    anyway: true,
  })),
  "organisations.retire": countryRow("AM", (f) => ({
    id: f.figures.organisation,
    version: 1,
    reason: "Merged with another",
  })),
  "organisations.restore": countryRow("AM", (f) => ({ id: f.figures.retired, version: 1 })),

  "figures.list": row("MRLSO", (f) => ({ operationId: f.operation.id })),
  "figures.earlier": row("MRLSO", (f) => ({ operationId: f.operation.id })),
  "figures.totals": row("MRLSO", (f) => ({ operationId: f.operation.id })),
  "figures.news": always("MRLSO"),
  "figures.choices": row("M", (f) => ({ operationId: f.operation.id })),
  "figures.enter": row("M", (f) => ({
    ...content,
    id: newId(),
    operationId: f.operation.id,
    figureSetId: null,
  })),
  "figures.revise": row("M", (f) => ({
    ...content,
    id: newId(),
    supersedesId: f.figures.figure,
    reason: "A later count",
  })),
  "figures.withdraw": row("M", (f) => ({ id: f.figures.figure, reason: "Typed twice" })),
  "figures.addSource": row("M", (f) => ({ ...source, id: newId(), operationId: f.operation.id })),
  "figures.reviseSource": row("M", (f) => ({ ...source, id: f.figures.source, version: 1 })),
  "figures.openQuestion": row("M", (f) => ({
    id: newId(),
    operationId: f.operation.id,
    question: "How many in all?",
    scope: null,
    figureIds: [f.figures.free],
  })),
  "figures.addClaim": row("M", (f) => ({ id: f.figures.question, version: 1, figureId: f.figures.free })),
  "figures.removeClaim": row("M", (f) => ({
    id: f.figures.question,
    version: 1,
    figureId: f.figures.claim,
  })),
  "figures.chooseRecord": row("M", (f) => ({
    id: f.figures.question,
    version: 1,
    figureId: f.figures.claim,
    reason: "The ministry's own count",
  })),
};
