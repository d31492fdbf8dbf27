import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { canonicalEmail } from "#lib/email.ts";
import { DomainError } from "#lib/errors.ts";
import type { Client } from "./db.ts";
import { verifyPassword } from "./password.ts";

/** How long a session lives, in seconds; the database allows no more. */
export const SESSION_SECONDS = 12 * 60 * 60;

export type Caller = { client: Client; address: string | null; userAgent: string | null };

const attemptRow = z.tuple([z.strictObject({ wait: z.number().int() })]);
const candidateRows = z.array(z.strictObject({ person_id: z.uuid(), password_hash: z.string() })).max(1);
const openedRow = z.tuple([z.strictObject({ opened: z.uuid().nullable() })]);

/** A fresh token: 32 random bytes as 64 hex characters. */
export const newToken = (): string => randomBytes(32).toString("hex");

/** What the database keeps of a token. */
export const hashToken = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(Buffer.from(token, "hex")).digest());

/**
 * Opens a session for whoever knows the password and answers its token; null otherwise, for whatever reason, in like time.
 * Throws `too_many` with `seconds` or `minutes` when the account or the address has to wait.
 */
export async function openSession(caller: Caller, email: string, password: string): Promise<string | null> {
  const account = canonicalEmail(email) ?? "";
  await countAttempt(caller, account);
  const [candidate] = candidateRows.parse(
    await caller.client.$queryRaw`SELECT * FROM auth.sign_in_candidate(${account})`,
  );
  const fits = await verifyPassword(candidate?.password_hash ?? null, password);
  if (!fits || !candidate) {
    await caller.client.$executeRaw`SELECT auth.note_failure(${account})`;
    return null;
  }
  const token = newToken();
  const [{ opened }] = openedRow.parse(
    await caller.client.$queryRaw`
      SELECT auth.open_session(${candidate.person_id}::uuid, ${hashToken(token)}, now() + make_interval(secs => ${SESSION_SECONDS}),
                               ${caller.userAgent}, ${caller.address}) AS opened`,
  );
  return opened === null ? null : token;
}

async function countAttempt(caller: Caller, account: string): Promise<void> {
  const [{ wait }] = attemptRow.parse(
    await caller.client.$queryRaw`SELECT auth.attempt(${account}, ${caller.address}) AS wait`,
  );
  if (wait > 0)
    throw new DomainError("too_many", "sign_in.throttled", { values: { minutes: Math.ceil(wait / 60) } });
}

/** The language the person of this session keeps in their profile; null without a live session. */
export async function localeOf(client: Client, token: string): Promise<string | null> {
  const rows = await client.$queryRaw<unknown[]>`SELECT locale FROM app.begin(${token})`;
  return z.array(z.strictObject({ locale: z.string() })).parse(rows)[0]?.locale ?? null;
}

/** Ends the session this token belongs to; nothing happens for a token that has none. */
export async function closeSession(client: Client, token: string): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(token)) return;
  await client.$executeRaw`SELECT auth.close_session(${hashToken(token)})`;
}
