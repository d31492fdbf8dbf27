import "server-only";
import { DomainError } from "#lib/errors.ts";
import type { Ctx } from "#server/procedure.ts";
import { figureSelect, laidOutFigure } from "../queries/figure-rows.ts";
import { FIGURE_FIELDS } from "../rules/fields.ts";
import type { FigureContent } from "../schema.ts";

const date = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`));

/** The content as its columns take it. */
export const columnsOf = ({ periodFrom, periodTo, asOf, ...content }: FigureContent) => ({
  ...content,
  periodFrom: date(periodFrom),
  periodTo: date(periodTo),
  asOf: date(asOf),
});

/** One version of a figure as it stands, with its operation; throws `not_found`. */
export async function findFigure({ db, actor }: Ctx, id: string) {
  const row = await db.figure.findUnique({
    where: { id },
    select: { ...figureSelect, operationId: true, position: true },
  });
  if (!row) throw new DomainError("not_found", "not_found");
  return laidOutFigure(row, actor.id) as ReturnType<typeof laidOutFigure> &
    Pick<typeof row, "operationId" | "position">;
}

/** Names of the fields that differ. */
export function changedFields(before: Record<string, unknown>, after: FigureContent): string[] {
  return FIGURE_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

type Place = { operationId: string; self?: string };

/** Source, phase and whole belong to the same operation; a part has no parts of its own. Throws `invalid`. */
export async function demandBelongs(ctx: Ctx, content: FigureContent, place: Place): Promise<void> {
  const { operationId } = place;
  const { db } = ctx;
  if (content.sourceId !== null) {
    const source = await db.source.findFirst({
      where: { id: content.sourceId, operationId },
      select: { id: true },
    });
    if (!source) throw new DomainError("invalid", "figure.source_elsewhere");
  }
  if (content.phaseId !== null) {
    const phase = await db.phase.findFirst({
      where: { id: content.phaseId, operationId },
      select: { id: true },
    });
    if (!phase) throw new DomainError("invalid", "figure.phase_elsewhere");
  }
  if (content.partOfId !== null) await demandWhole(ctx, content.partOfId, place);
}

async function demandWhole({ db }: Ctx, id: string, { operationId, self }: Place): Promise<void> {
  const whole = await db.figure.findFirst({
    where: { id, operationId, supersededAt: null },
    select: { partOfId: true },
  });
  if (!whole) throw new DomainError("invalid", "figure.whole_elsewhere");
  if (whole.partOfId !== null || id === self) throw new DomainError("invalid", "figure.part_of_a_part");
  if (self === undefined) return;
  const parts = await db.figure.count({ where: { partOfId: self, supersededAt: null } });
  if (parts > 0) throw new DomainError("invalid", "figure.has_parts");
}
