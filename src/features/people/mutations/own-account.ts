import "server-only";
import { z } from "zod";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import { hashPassword, verifyPassword } from "#server/password.ts";
import type { Request } from "#server/procedure.ts";
import { transact, type Ctx } from "#server/transaction.ts";
import { demandPassword } from "../rules.ts";
import type { ChangePasswordInput, LocaleInput, PersonInput, ProfileInput } from "../schema.ts";

/** The own name, language and colours. */
export async function changeProfile(ctx: Ctx, input: ProfileInput): Promise<{ id: string }> {
  return saveOwn(ctx, input);
}

/** The own language alone, as the menu of every page changes it. */
export async function changeLocale(ctx: Ctx, input: LocaleInput): Promise<{ id: string }> {
  return saveOwn(ctx, input);
}

async function saveOwn(ctx: Ctx, data: Partial<ProfileInput>): Promise<{ id: string }> {
  const { id } = ctx.actor;
  const fields = (Object.keys(data) as (keyof ProfileInput)[]).filter(
    (field) => ctx.actor[field] !== data[field],
  );
  if (fields.length === 0) {
    auditUnchanged(ctx);
    return { id };
  }
  await ctx.db.person.update({
    where: { id },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
  audit(ctx, "person.profile_changed", { entity: "person", id, country: null, fields });
  return { id };
}

/** Ends one of the own sessions at once. */
export async function endSession(ctx: Ctx, { id }: PersonInput): Promise<{ id: string }> {
  const row = await ctx.db.session.findFirst({
    where: { id, personId: ctx.actor.id },
    select: { revokedAt: true },
  });
  if (!row) throw new DomainError("not_found", "not_found");
  if (row.revokedAt) auditUnchanged(ctx);
  else {
    await ctx.db.session.update({ where: { id }, data: { revokedAt: ctx.now }, select: { id: true } });
    audit(ctx, "session.revoked", { entity: "session", id, country: null });
  }
  return { id };
}

/** Ends every own session but the one asking; how many there were. */
export async function endOtherSessions(ctx: Ctx): Promise<{ ended: number }> {
  const [{ id: here }] = z
    .tuple([z.strictObject({ id: z.uuid() })])
    .parse(await ctx.db.$queryRaw`SELECT auth.my_session_id() AS id`);
  const { count } = await ctx.db.session.updateMany({
    where: { personId: ctx.actor.id, revokedAt: null, expiresAt: { gt: ctx.now }, id: { not: here } },
    data: { revokedAt: ctx.now },
  });
  if (count === 0) auditUnchanged(ctx);
  else audit(ctx, "session.others_revoked", { entity: "person", id: ctx.actor.id, country: null });
  return { ended: count };
}

const ownHashRow = z.tuple([z.strictObject({ hash: z.string().nullable() })]);

/**
 * A new own password; every other session of the person ends. Comparing and hashing happen between two transactions, never
 * within one.
 */
export async function changePassword(
  request: Request,
  input: ChangePasswordInput,
): Promise<{ changed: true }> {
  const call = { client: request.client, token: request.token, permission: "self:write" as const };
  const now = request.now ? { now: request.now } : {};
  const own = await transact({ ...call, ...now, type: "query" }, async ({ db, actor }) => {
    const [{ hash }] = ownHashRow.parse(await db.$queryRaw`SELECT auth.my_password_hash() AS hash`);
    const attempts = await db.$queryRaw<
      { wait: number }[]
    >`SELECT auth.attempt(${`own:${actor.id}`}, ${request.address}) AS wait`;
    return { hash, context: [actor.email, actor.name], wait: attempts[0]?.wait ?? 0 };
  });
  if (own.wait > 0)
    throw new DomainError("too_many", "sign_in.throttled", { values: { minutes: Math.ceil(own.wait / 60) } });
  if (!(await verifyPassword(own.hash, input.current)))
    throw new DomainError("invalid", "password.current_wrong");
  demandPassword(input.password, own.context);
  const hash = await hashPassword(input.password);
  return transact({ ...call, ...now, type: "mutation" }, async (ctx) => {
    await ctx.db.$executeRaw`SELECT auth.set_my_password(${hash})`;
    audit(ctx, "person.password_set", {
      entity: "person",
      id: ctx.actor.id,
      country: null,
      fields: ["password"],
    });
    return { changed: true as const };
  });
}
