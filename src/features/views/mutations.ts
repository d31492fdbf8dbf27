import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import type { KeepView } from "./schema.ts";

const MOST = 200;

/** Keeps an address under a name; the same name on the same page is replaced, which is what "save" means to a reader. */
export async function keepView(ctx: Ctx, { id, page, name, search }: KeepView): Promise<{ id: string }> {
  const { db, actor, now } = ctx;
  const mine = { personId: actor.id };
  const same = await db.savedView.findFirst({
    where: { ...mine, OR: [{ id }, { page, name }] },
    select: { id: true, page: true, name: true, search: true },
  });
  if (same && same.page === page && same.name === name && same.search === search) {
    auditUnchanged(ctx);
    return { id: same.id };
  }
  if (same) {
    await db.savedView.updateMany({ where: { ...mine, id: same.id }, data: { page, name, search } });
  } else {
    if ((await db.savedView.count({ where: mine })) >= MOST)
      throw new DomainError("invalid", "view.too_many", { values: { most: MOST } });
    await db.savedView.createMany({ data: [{ id, ...mine, page, name, search, createdAt: now }] });
  }
  const kept = same?.id ?? id;
  audit(ctx, "view.kept", { entity: "saved_view", id: kept, country: null });
  return { id: kept };
}

/** Forgets one of the reader's own views; a view of somebody else is not found. */
export async function forgetView(ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  const { count } = await ctx.db.savedView.deleteMany({ where: { id, personId: ctx.actor.id } });
  if (count === 0) throw new DomainError("not_found", "not_found");
  audit(ctx, "view.forgotten", { entity: "saved_view", id, country: null });
  return { id };
}
