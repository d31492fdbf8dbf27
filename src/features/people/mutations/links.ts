import "server-only";
import { z } from "zod";
import { DomainError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { passwordLetter } from "#lib/letters.ts";
import { linkAddress, postLetter } from "#server/mail.ts";
import { hashPassword } from "#server/password.ts";
import type { Request } from "#server/procedure.ts";
import { hashToken, newToken } from "#server/session-credentials.ts";
import { getLink } from "../queries.ts";
import { demandPassword, LINK_HOURS } from "../rules.ts";
import type { PasswordLinkInput, RedeemInput } from "../schema.ts";

const askedRows = z
  .array(z.strictObject({ name: z.string(), locale: z.enum(["en", "fr", "es", "ar"]) }))
  .max(1);
const redeemedRow = z.tuple([z.strictObject({ person: z.uuid().nullable() })]);

/** Sends a link for a new password to an account there is; the answer is the same when there is none. */
export async function requestPasswordLink(
  ctx: Request,
  { email }: PasswordLinkInput,
): Promise<{ asked: true }> {
  await demandAttempt(ctx, `link:${email}`);
  const token = newToken();
  const [person] = askedRows.parse(
    await ctx.client.$queryRaw`SELECT * FROM auth.request_password_link(${email}, ${hashToken(token)})`,
  );
  if (person)
    postLetter(
      email,
      passwordLetter(person.locale, { name: person.name, link: linkAddress(token), hours: LINK_HOURS }),
    );
  return { asked: true };
}

/** Redeems an invitation or a password link, once, for the e-mail it was made for. The password is hashed outside any transaction. */
export async function redeemLink(ctx: Request, input: RedeemInput): Promise<{ redeemed: true }> {
  await demandAttempt(ctx, `redeem:${input.token}`);
  if (!(await getLink(ctx, input))) throw new DomainError("unusable", "link.not_usable");
  demandPassword(input.password, [input.email, input.name]);
  const hash = await hashPassword(input.password);
  const [{ person }] = redeemedRow.parse(
    await ctx.client.$queryRaw`
      SELECT auth.redeem_link(${hashToken(input.token)}, ${input.email}, ${newId()}::uuid, ${input.name}, ${input.locale}, ${hash}) AS person`,
  );
  if (person === null) throw new DomainError("unusable", "link.not_usable");
  return { redeemed: true };
}

async function demandAttempt(ctx: Request, key: string): Promise<void> {
  const [{ wait }] = z
    .tuple([z.strictObject({ wait: z.number().int() })])
    .parse(await ctx.client.$queryRaw`SELECT auth.attempt(${key}, ${ctx.address}) AS wait`);
  if (wait > 0)
    throw new DomainError("too_many", "sign_in.throttled", { values: { minutes: Math.ceil(wait / 60) } });
}
