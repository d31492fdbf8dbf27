import { newId } from "#lib/ids.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import type {
  ContentInput,
  DraftLine,
  FileReturnInput,
  ReturnDraft,
  SupersedeReturnInput,
} from "../schema.ts";

export type ReturnFormData = RouterOutputs["returns"]["form"];
export type FormLine = ReturnFormData["lines"][number];

const keyOf = (line: { database: string; unit: string }) => `${line.database}|${line.unit}`;

/** What is known about a line of the form: its total, what is usual. */
export function knownOf(form: ReturnFormData, line: DraftLine): FormLine | undefined {
  return form.lines.find((known) => keyOf(known) === keyOf(line));
}

const emptyLine = ({ database, unit, basis }: FormLine): DraftLine => ({
  id: newId(),
  database,
  unit,
  basis,
  direction: null,
  count: null,
});

/** An empty form of a day. Matches stated begin at those recorded, because that is what they are reconciled with. */
export function emptyDraft(form: ReturnFormData): ReturnDraft {
  return {
    id: newId(),
    supersedesId: null,
    lines: form.lines.map(emptyLine),
    matchesStated: form.matches.length,
    note: "",
    onBehalf: "",
    reason: "",
  };
}

/** A correction begins with what was filed. */
export function correctionDraft(form: ReturnFormData): ReturnDraft {
  const { existing } = form;
  if (!existing) return emptyDraft(form);
  const filed = existing.lines.map(({ counts: _, ...line }) => ({ ...line, id: newId() }));
  return {
    id: newId(),
    supersedesId: existing.id,
    lines: withKnown(form, filed),
    matchesStated: existing.kind === "checks" ? existing.matchesStated : form.matches.length,
    note: existing.note ?? "",
    onBehalf: existing.onBehalf ?? "",
    reason: "",
  };
}

/** Somebody filed or corrected this day since the draft was begun: both versions are shown, and neither is lost. */
export function clashes(draft: ReturnDraft, { existing }: ReturnFormData): boolean {
  return draft.supersedesId !== (existing?.id ?? null);
}

/** What came back, as it was typed. */
export function sentDraft(
  form: ReturnFormData,
  { content, ...sent }: FileReturnInput | SupersedeReturnInput,
): ReturnDraft {
  const said = content.kind === "checks" ? content.lines : [];
  const lines = said.map((line) => ({ ...line, direction: line.direction ?? null }));
  return {
    id: sent.id,
    supersedesId: "supersedesId" in sent ? sent.supersedesId : null,
    lines: withKnown(form, lines),
    matchesStated: content.kind === "checks" ? content.matchesStated : form.matches.length,
    note: sent.note ?? "",
    onBehalf: sent.onBehalf ?? "",
    reason: "reason" in sent ? sent.reason : "",
  };
}

/** Every line that the form offers, those that were said first. */
function withKnown(form: ReturnFormData, said: DraftLine[]): DraftLine[] {
  const missing = form.lines.filter((known) => !said.some((line) => keyOf(line) === keyOf(known)));
  return [...said, ...missing.map(emptyLine)];
}

/** Nothing was typed: not worth offering back. */
export function isUntouched(draft: ReturnDraft): boolean {
  return draft.supersedesId === null && draft.note === "" && draft.lines.every(({ count }) => count === null);
}

/** The lines that say a number; empty ones are "not reported" and are not sent. */
export function checksOf(draft: ReturnDraft, matchesStated: number): ContentInput {
  const lines = draft.lines.flatMap((line) => (line.count === null ? [] : [{ ...line, count: line.count }]));
  return { kind: "checks", matchesStated, lines };
}
