import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/transaction.ts";
import { demandWithinReach } from "../rules.ts";
import type { PersonInput } from "../schema.ts";

const HELD = { allCountries: true, countries: true, allOperations: true, operations: true } as const;

async function setDisabled(ctx: Ctx, id: string, disabled: boolean): Promise<{ id: string }> {
  if (id === ctx.actor.id) throw new DomainError("forbidden", "person.own_account");
  const row = await ctx.db.person.findUnique({
    where: { id, kind: "human" },
    select: { disabledAt: true, assignments: { where: { revokedAt: null }, select: HELD } },
  });
  if (!row) throw new DomainError("not_found", "not_found");
  // An administrator of one country does not shut out those of all.
  for (const held of row.assignments)
    demandWithinReach(ctx.scope.grants, {
      countries: held.allCountries ? "all" : held.countries,
      operations: held.allOperations ? "all" : held.operations,
    });
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
