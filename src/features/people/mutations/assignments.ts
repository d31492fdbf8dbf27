import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/transaction.ts";
import { assignmentState, demandFewCountries, demandOther, demandWithinReach } from "../rules.ts";
import type { AssignmentInput, GrantInput, PersonInput } from "../schema.ts";

/** The columns of a reach: "all" is a flag, never a list of everything. */
export const reachColumns = ({
  countries,
  operations,
}: Pick<AssignmentInput, "countries" | "operations">) => ({
  allCountries: countries === "all",
  countries: countries === "all" ? [] : [...new Set(countries)].sort(),
  allOperations: operations === "all",
  operations: operations === "all" ? [] : [...new Set(operations)].sort(),
});

/** Gives another person a role. Over all countries it takes effect when a second administrator approves. */
export async function grantAssignment(ctx: Ctx, input: GrantInput): Promise<{ id: string }> {
  demandOther(ctx.actor.id, input.personId);
  demandWithinReach(ctx.scope.grants, input);
  // One after another for each person: together, requests sent at once would give more countries than one may.
  await ctx.db.$queryRaw`SELECT id FROM person WHERE id = ${input.personId}::uuid FOR UPDATE`;
  const person = await ctx.db.person.findUnique({
    where: { id: input.personId, kind: "human" },
    select: {
      assignments: { where: { revokedAt: null, id: { not: input.id } }, select: { countries: true } },
    },
  });
  if (!person) throw new DomainError("not_found", "not_found");
  demandFewCountries([input, ...person.assignments]);
  const row = {
    personId: input.personId,
    role: input.role,
    ...reachColumns(input),
    grantedById: ctx.actor.id,
  };
  const kept = await ctx.db.assignment.findUnique({
    where: { id: input.id },
    select: {
      personId: true,
      role: true,
      allCountries: true,
      countries: true,
      allOperations: true,
      operations: true,
      grantedById: true,
    },
  });
  if (kept) {
    if (JSON.stringify(kept) !== JSON.stringify(row)) throw new DomainError("unusable", "id.not_usable");
    auditUnchanged(ctx);
    return { id: input.id };
  }
  await ctx.db.assignment.create({
    data: { id: input.id, ...row, grantedAt: ctx.now },
    select: { id: true },
  });
  audit(ctx, "assignment.granted", { entity: "assignment", id: input.id, country: null });
  return { id: input.id };
}

async function findAssignment(ctx: Ctx, id: string) {
  const row = await ctx.db.assignment.findUnique({
    where: { id, person: { kind: "human" } },
    select: {
      personId: true,
      grantedById: true,
      allCountries: true,
      countries: true,
      allOperations: true,
      operations: true,
      approvedAt: true,
      revokedAt: true,
    },
  });
  if (!row) throw new DomainError("not_found", "not_found");
  demandOther(ctx.actor.id, row.personId);
  demandWithinReach(ctx.scope.grants, {
    countries: row.allCountries ? "all" : row.countries,
    operations: row.allOperations ? "all" : row.operations,
  });
  return row;
}

/** The second pair of eyes: another administrator than the one who granted it. */
export async function approveAssignment(ctx: Ctx, { id }: PersonInput): Promise<{ id: string }> {
  const row = await findAssignment(ctx, id);
  if (row.grantedById === ctx.actor.id) throw new DomainError("forbidden", "assignment.second_administrator");
  if (assignmentState(row) === "revoked") throw new DomainError("conflict", "assignment.already_revoked");
  if (row.approvedAt) auditUnchanged(ctx);
  else {
    await ctx.db.assignment.update({
      where: { id },
      data: { approvedById: ctx.actor.id, approvedAt: ctx.now },
      select: { id: true },
    });
    audit(ctx, "assignment.approved", { entity: "assignment", id, country: null });
  }
  return { id };
}

/** Takes a role away; it is worth nothing at the person's next request. */
export async function revokeAssignment(ctx: Ctx, { id }: PersonInput): Promise<{ id: string }> {
  const row = await findAssignment(ctx, id);
  if (row.revokedAt) auditUnchanged(ctx);
  else {
    await ctx.db.assignment.update({
      where: { id },
      data: { revokedById: ctx.actor.id, revokedAt: ctx.now },
      select: { id: true },
    });
    audit(ctx, "assignment.revoked", { entity: "assignment", id, country: null });
  }
  return { id };
}
