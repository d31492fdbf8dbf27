import "server-only";
import { invitationLetter } from "#lib/letters.ts";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import { linkAddress, postLetter } from "#server/mail.ts";
import { hashToken, newToken } from "#server/session-credentials.ts";
import type { Ctx } from "#server/transaction.ts";
import { demandFewCountries, demandWithinReach, LINK_HOURS } from "../rules.ts";
import type { InvitePersonInput, PersonInput } from "../schema.ts";
import { reachColumns } from "./assignments.ts";

/**
 * Invites someone with the assignments they will have. The link goes to their mail (or the log of the installation), never to
 * the administrator, so that nobody chooses another's password.
 */
export async function invitePerson(ctx: Ctx, input: InvitePersonInput): Promise<{ id: string }> {
  for (const assignment of input.assignments) demandWithinReach(ctx.scope.grants, assignment);
  demandFewCountries(input.assignments);
  const assignments = input.assignments.map((given) => ({ role: given.role, ...reachColumns(given) }));
  if (await isKept(ctx, input)) {
    auditUnchanged(ctx);
    return { id: input.id };
  }
  const known = await ctx.db.person.findUnique({ where: { email: input.email }, select: { id: true } });
  if (known) throw new DomainError("conflict", "invitation.already_a_person");
  await ctx.db.invitation.updateMany({
    where: { email: input.email, purpose: "invitation", redeemedAt: null, withdrawnAt: null },
    data: { withdrawnAt: ctx.now },
  });
  const token = newToken();
  await ctx.db.invitation.create({
    data: {
      id: input.id,
      purpose: "invitation",
      email: input.email,
      name: input.name,
      locale: input.locale,
      tokenHash: hashToken(token),
      assignments,
      createdById: ctx.actor.id,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + LINK_HOURS * 3_600_000),
    },
    select: { id: true },
  });
  audit(ctx, "invitation.sent", { entity: "invitation", id: input.id, country: null });
  postLetter(
    input.email,
    invitationLetter(input.locale, { name: input.name, link: linkAddress(token), hours: LINK_HOURS }),
  );
  return { id: input.id };
}

async function isKept(ctx: Ctx, input: InvitePersonInput): Promise<boolean> {
  const kept = await ctx.db.invitation.findUnique({
    where: { id: input.id },
    select: { email: true, createdById: true },
  });
  if (kept && (kept.email !== input.email || kept.createdById !== ctx.actor.id))
    throw new DomainError("unusable", "id.not_usable");
  return kept !== null;
}

/** Takes an open invitation back; its link stops working at once. */
export async function withdrawInvitation(ctx: Ctx, { id }: PersonInput): Promise<{ id: string }> {
  const row = await ctx.db.invitation.findUnique({
    where: { id, purpose: "invitation" },
    select: { redeemedAt: true, withdrawnAt: true },
  });
  if (!row) throw new DomainError("not_found", "not_found");
  if (row.redeemedAt) throw new DomainError("conflict", "invitation.already_redeemed");
  if (row.withdrawnAt) auditUnchanged(ctx);
  else {
    await ctx.db.invitation.update({ where: { id }, data: { withdrawnAt: ctx.now }, select: { id: true } });
    audit(ctx, "invitation.withdrawn", { entity: "invitation", id, country: null });
  }
  return { id };
}
