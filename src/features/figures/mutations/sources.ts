import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { day } from "../queries/figure-rows.ts";
import { demandManaged } from "../queries/find-operation.ts";
import { SOURCE_FIELDS } from "../rules/fields.ts";
import type { AddSource, ReviseSource, SourceContent } from "../schema.ts";

const sourceSelect = {
  operationId: true,
  version: true,
  locator: true,
  title: true,
  publisher: true,
  language: true,
  publishedOn: true,
  tier: true,
} as const;

const columnsOf = ({ publishedOn, ...content }: SourceContent) => ({
  ...content,
  publishedOn: publishedOn === null ? null : new Date(`${publishedOn}T00:00:00Z`),
});

async function findSource({ db }: Ctx, id: string) {
  const row = await db.source.findUnique({ where: { id }, select: sourceSelect });
  return row && { ...row, publishedOn: day(row.publishedOn) };
}

const changed = (before: SourceContent, after: SourceContent) =>
  SOURCE_FIELDS.filter((field) => before[field] !== after[field]);

/** Adds a source that figures of the operation may name. */
export async function addSource(ctx: Ctx, input: AddSource): Promise<{ id: string }> {
  const { id, operationId, ...content } = input;
  await demandManaged(ctx.db, ctx.scope, operationId);
  const there = await findSource(ctx, id);
  if (there) {
    if (there.operationId !== operationId || changed(there, content).length > 0)
      throw new DomainError("unusable", "id.not_usable");
    auditUnchanged(ctx);
    return { id };
  }
  const last = await ctx.db.source.aggregate({ where: { operationId }, _max: { position: true } });
  await ctx.db.source.create({
    data: {
      ...columnsOf(content),
      id,
      operationId,
      position: (last._max.position ?? -1) + 1,
      enteredById: ctx.actor.id,
      enteredAt: ctx.now,
    },
    select: { id: true },
  });
  const fields = SOURCE_FIELDS.filter((field) => content[field] !== null);
  audit(ctx, "source.added", { entity: "source", id, country: null, operationId, fields, version: 1 });
  return { id };
}

/** Changes what is said of a source; throws `conflict` when somebody else did meanwhile. */
export async function reviseSource(ctx: Ctx, input: ReviseSource): Promise<{ id: string }> {
  const { id, version, ...content } = input;
  const before = await findSource(ctx, id);
  if (!before) throw new DomainError("not_found", "not_found");
  const { operationId } = before;
  await demandManaged(ctx.db, ctx.scope, operationId);
  const fields = changed(before, content);
  if (fields.length === 0) {
    auditUnchanged(ctx);
    return { id };
  }
  const { count } = await ctx.db.source.updateMany({
    where: { id, version },
    data: { ...columnsOf(content), version: { increment: 1 }, enteredById: ctx.actor.id, enteredAt: ctx.now },
  });
  if (count === 0) throw new DomainError("conflict", "source.changed_meanwhile");
  audit(ctx, "source.revised", {
    entity: "source",
    id,
    country: null,
    operationId,
    fields,
    version: version + 1,
  });
  return { id };
}
