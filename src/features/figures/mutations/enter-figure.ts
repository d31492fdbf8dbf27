import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { demandManaged } from "../queries/find-operation.ts";
import { FIGURE_FIELDS } from "../rules/fields.ts";
import type { EnterFigure } from "../schema.ts";
import { changedFields, columnsOf, demandBelongs, findFigure } from "./store-figure.ts";

/** Enters a published figure by hand, as one more claim on a question if one is named. */
export async function enterFigure(ctx: Ctx, input: EnterFigure): Promise<{ id: string }> {
  const { id, operationId, figureSetId, ...content } = input;
  await demandManaged(ctx.db, ctx.scope, operationId);
  if (await ctx.db.figure.findUnique({ where: { id }, select: { id: true } })) {
    const there = await findFigure(ctx, id);
    const same =
      there.operationId === operationId && there.mine && changedFields(there, content).length === 0;
    if (!same) throw new DomainError("unusable", "id.not_usable");
    auditUnchanged(ctx);
    return { id };
  }
  await demandBelongs(ctx, content, { operationId });
  if (figureSetId !== null) await joinQuestion(ctx, { id, operationId, figureSetId });
  const last = await ctx.db.figure.aggregate({ where: { operationId }, _max: { position: true } });
  await ctx.db.figure.create({
    data: {
      ...columnsOf(content),
      id,
      operationId,
      figureSetId,
      position: (last._max.position ?? -1) + 1,
      enteredById: ctx.actor.id,
      enteredAt: ctx.now,
    },
    select: { id: true },
  });
  const fields = FIGURE_FIELDS.filter((field) => content[field] !== null);
  audit(ctx, "figure.entered", { entity: "figure", id, country: null, operationId, fields, version: 1 });
  return { id };
}

type Joining = { id: string; operationId: string; figureSetId: string };

async function joinQuestion(ctx: Ctx, { operationId, figureSetId }: Joining): Promise<void> {
  const { count } = await ctx.db.figureSet.updateMany({
    where: { id: figureSetId, operationId },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("not_found", "not_found");
  const event = { entity: "figure_set", id: figureSetId, country: null, operationId, fields: ["claims"] };
  audit(ctx, "figure_set.claim_added", event);
}
