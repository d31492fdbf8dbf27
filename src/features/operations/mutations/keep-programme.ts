import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { getProgramme } from "../queries/list-programmes.ts";
import { demandPlanner } from "../queries/may-plan.ts";
import { changedOfProgramme, programmeContentOf } from "../rules/programme.ts";
import type { OpenProgramme, ReviseProgramme } from "../schema/programme.ts";

/** A new programme, made while planning or in the settings; sent twice it is made once. */
export async function openProgramme(
  ctx: Ctx,
  { id, code, ...content }: OpenProgramme,
): Promise<{ id: string }> {
  demandPlanner(ctx.scope);
  const [standing] = await ctx.db.programme.findMany({
    where: { OR: [{ id }, { code: { equals: code, mode: "insensitive" } }] },
    omit: { version: true },
  });
  if (standing) {
    if (standing.id !== id) throw new DomainError("conflict", "operation.programme_code_taken");
    if (standing.code !== code || changedOfProgramme(standing, content).length > 0)
      throw new DomainError("unusable", "id.not_usable");
    auditUnchanged(ctx);
    return { id };
  }
  await ctx.db.programme.createMany({ data: [{ id, code, ...programmeContentOf(content) }] });
  audit(ctx, "programme.opened", { entity: "programme", id, country: null, version: 1 });
  return { id };
}

/** What is said of a programme, with the version it was read at; its short name stays, since operations print it. */
export async function reviseProgramme(
  ctx: Ctx,
  { id, version, ...content }: ReviseProgramme,
): Promise<{ id: string }> {
  demandPlanner(ctx.scope);
  const before = await getProgramme(ctx.db, ctx.scope, { id, exercise: false });
  const fields = changedOfProgramme(before, content);
  if (fields.length === 0) {
    auditUnchanged(ctx);
    return { id };
  }
  const { count } = await ctx.db.programme.updateMany({
    where: { id, version },
    data: { ...programmeContentOf(content), version: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("conflict", "operation.programme_changed_meanwhile");
  audit(ctx, "programme.revised", {
    entity: "programme",
    id,
    country: null,
    fields,
    version: version + 1,
  });
  return { id };
}
