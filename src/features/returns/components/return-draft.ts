import { newId } from "#lib/ids.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { ContentInput, DraftLine, ReturnDraft } from "../schema.ts";

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
  const missing = form.lines
    .filter((known) => !filed.some((line) => keyOf(line) === keyOf(known)))
    .map(emptyLine);
  return {
    id: newId(),
    supersedesId: existing.id,
    lines: [...filed, ...missing],
    matchesStated: existing.kind === "checks" ? existing.matchesStated : form.matches.length,
    note: existing.note ?? "",
    onBehalf: existing.onBehalf ?? "",
    reason: "",
  };
}

/** A kept draft, if it speaks of the same standing return and says anything. */
export function keptDraft(kept: ReturnDraft | null, form: ReturnFormData): ReturnDraft | null {
  if (kept === null || kept.supersedesId !== (form.existing?.id ?? null)) return null;
  return isUntouched(kept) ? null : kept;
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
