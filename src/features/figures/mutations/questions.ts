import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { demandManaged } from "../queries/find-operation.ts";
import type { ChooseRecord, ClaimInput, OpenQuestion } from "../schema.ts";

/** Opens a question to which claims rival; the figures named become its first claims. */
export async function openQuestion(ctx: Ctx, input: OpenQuestion): Promise<{ id: string }> {
  const { id, operationId, question, scope, figureIds } = input;
  await demandManaged(ctx.db, ctx.scope, operationId);
  const there = await ctx.db.figureSet.findUnique({
    where: { id },
    select: { operationId: true, question: true, scope: true },
  });
  if (there) {
    if (there.operationId !== operationId || there.question !== question || there.scope !== scope)
      throw new DomainError("unusable", "id.not_usable");
    auditUnchanged(ctx);
    return { id };
  }
  await ctx.db.figureSet.create({ data: { id, operationId, question, scope }, select: { id: true } });
  for (const figureId of new Set(figureIds)) await hold(ctx, { figureId, operationId, setId: id });
  const fields = ["claims", "question", "scope"];
  audit(ctx, "figure_set.opened", {
    entity: "figure_set",
    id,
    country: null,
    operationId,
    fields,
    version: 1,
  });
  return { id };
}

/** Makes a figure one of the claims on a question. */
export async function addClaim(ctx: Ctx, { id, version, figureId }: ClaimInput): Promise<{ id: string }> {
  const set = await findSet(ctx, id);
  const { operationId } = set;
  const already = await ctx.db.figure.count({ where: { id: figureId, figureSetId: id, supersededAt: null } });
  if (already > 0) {
    auditUnchanged(ctx);
    return { id };
  }
  await hold(ctx, { figureId, operationId, setId: id });
  await move(ctx, { id, version, data: {} });
  return said(ctx, "figure_set.claim_added", { id, operationId, version, fields: ["claims"] });
}

/** Lets a figure stand on its own again; the figure of record is decided on first. */
export async function removeClaim(ctx: Ctx, { id, version, figureId }: ClaimInput): Promise<{ id: string }> {
  const set = await findSet(ctx, id);
  if (set.recordFigureId === figureId) throw new DomainError("conflict", "figure.is_of_record");
  const { count } = await ctx.db.figure.updateMany({
    where: { id: figureId, figureSetId: id, supersededAt: null },
    data: { figureSetId: null },
  });
  if (count === 0) {
    auditUnchanged(ctx);
    return { id };
  }
  await move(ctx, { id, version, data: {} });
  return said(ctx, "figure_set.claim_removed", {
    id,
    operationId: set.operationId,
    version,
    fields: ["claims"],
  });
}

/** Chooses which claim is of record, with a reason, or that none is; every choice before stays readable. */
export async function chooseRecord(ctx: Ctx, input: ChooseRecord): Promise<{ id: string }> {
  const { id, version, figureId, reason } = input;
  const set = await findSet(ctx, id);
  if (set.recordFigureId === figureId && set.recordReason === reason) {
    auditUnchanged(ctx);
    return { id };
  }
  if (figureId !== null) {
    const claims = await ctx.db.figure.count({
      where: { id: figureId, figureSetId: id, supersededAt: null },
    });
    if (claims === 0) throw new DomainError("invalid", "figure.no_claim");
  }
  await move(ctx, {
    id,
    version,
    data: { recordFigureId: figureId, recordReason: reason, recordById: ctx.actor.id, recordAt: ctx.now },
  });
  const fields = ["recordFigureId", "recordReason"];
  return said(ctx, "figure_set.record_chosen", { id, operationId: set.operationId, version, fields });
}

async function findSet(ctx: Ctx, id: string) {
  const set = await ctx.db.figureSet.findUnique({
    where: { id },
    select: { operationId: true, recordFigureId: true, recordReason: true },
  });
  if (!set) throw new DomainError("not_found", "not_found");
  await demandManaged(ctx.db, ctx.scope, set.operationId);
  return set;
}

async function hold(
  { db }: Ctx,
  at: { figureId: string; operationId: string; setId: string },
): Promise<void> {
  const { count } = await db.figure.updateMany({
    where: { id: at.figureId, operationId: at.operationId, supersededAt: null, figureSetId: null },
    data: { figureSetId: at.setId },
  });
  if (count === 0) throw new DomainError("conflict", "figure.claims_elsewhere");
}

type Move = {
  id: string;
  version: number;
  data: { recordFigureId?: string | null; recordReason?: string; recordById?: string; recordAt?: Date };
};

async function move({ db }: Ctx, { id, version, data }: Move): Promise<void> {
  const { count } = await db.figureSet.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("conflict", "figure_set.changed_meanwhile");
}

type Said = { id: string; operationId: string; version: number; fields: string[] };

function said(ctx: Ctx, action: string, { id, operationId, version, fields }: Said): { id: string } {
  const entry = { entity: "figure_set", id, country: null, operationId, fields };
  audit(ctx, action, { ...entry, version: version + 1 });
  return { id };
}
