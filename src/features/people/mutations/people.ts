import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/transaction.ts";
import type { PersonInput } from "../schema.ts";

async function setDisabled(ctx: Ctx, id: string, disabled: boolean): Promise<{ id: string }> {
  if (id === ctx.actor.id) throw new DomainError("forbidden", "person.own_account");
  const row = await ctx.db.person.findUnique({ where: { id, kind: "human" }, select: { disabledAt: true } });
  if (!row) throw new DomainError("not_found", "not_found");
  if ((row.disabledAt !== null) === disabled) {
    auditUnchanged(ctx);
    return { id };
  }
  const { version } = await ctx.db.person.update({
    where: { id },
    data: { disabledAt: disabled ? ctx.now : null, version: { increment: 1 } },
    select: { version: true },
  });
  const action = disabled ? "person.disabled" : "person.enabled";
  audit(ctx, action, { entity: "person", id, country: null, version, fields: ["disabled_at"] });
  return { id };
}

/** Shuts an account at once: the database ends its sessions and withdraws its links with it. */
export const disablePerson = (ctx: Ctx, { id }: PersonInput) => setDisabled(ctx, id, true);

/** Opens a disabled account again; the person signs in anew. */
export const enablePerson = (ctx: Ctx, { id }: PersonInput) => setDisabled(ctx, id, false);
