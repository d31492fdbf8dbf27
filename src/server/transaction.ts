import "server-only";
import { z } from "zod";
import type { Permission } from "#access/permissions.ts";
import { mintScope, type Grant, type Scope } from "#access/scope.ts";
import { Role } from "#generated/prisma/enums.ts";
import { DomainError } from "#lib/errors.ts";
import { flushAudit, newAuditQueue, type AuditQueue } from "./audit.ts";
import type { Client, Tx } from "./db.ts";

export type Actor = {
  id: string;
  email: string;
  name: string;
  kind: "human" | "system";
  locale: string;
  scheme: string;
  grants: Grant[];
};

export type Ctx = { db: Tx; actor: Actor; scope: Scope; now: Date; auditQueue: AuditQueue };

export type Call = {
  client: Client;
  /** 64 hex characters; anything else is nobody. */
  token: string | null;
  permission: Permission;
  type: "query" | "mutation";
  now?: Date;
};

const actorRow = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  kind: z.enum(["human", "system"]),
  locale: z.string(),
  scheme: z.string(),
  assignments: z.array(
    z.strictObject({
      role: z.enum(Role),
      allCountries: z.boolean(),
      countries: z.array(z.string()),
      allOperations: z.boolean(),
      operations: z.array(z.string()),
    }),
  ),
});

/**
 * Runs one use case in one transaction under the identity of a live session: actor, scope, work, audit, commit.
 * Throws `unauthenticated` without a live session, `forbidden` without the permission, and refuses a mutation without an event.
 */
export async function transact<O>(call: Call, work: (ctx: Ctx) => Promise<O>): Promise<O> {
  const token = call.token;
  if (token === null || !/^[0-9a-f]{64}$/.test(token)) throw new DomainError("unauthenticated", "signed_out");
  const { type, client } = call;
  const opened = async (db: Tx): Promise<O> => {
    const actor = await begin(db, token);
    const scope = mintScope(actor.grants, call.permission);
    const ctx: Ctx = { db, actor, scope, now: call.now ?? new Date(), auditQueue: newAuditQueue() };
    const result = await work(ctx);
    if (type === "mutation" && ctx.auditQueue.entries.length === 0 && !ctx.auditQueue.unchanged)
      throw new Error(`a mutation under ${call.permission} left no audit event`);
    if (type === "query" && ctx.auditQueue.entries.length > 0)
      throw new Error(`a query under ${call.permission} wrote`);
    await flushAudit(db, actor.id, ctx.auditQueue);
    return result;
  };
  const limits = { timeout: 20_000, maxWait: 10_000 };
  if (type === "mutation") return client.$transaction(opened, limits);
  // What was read stands when it is read: nobody waits for the transaction to be closed.
  return new Promise<O>((resolve, reject) => {
    client.$transaction(async (db) => resolve(await opened(db)), limits).catch(reject);
  });
}

async function begin(db: Tx, token: string): Promise<Actor> {
  const rows = await db.$queryRaw<unknown[]>`SELECT * FROM app.begin(${token})`;
  if (rows.length === 0) throw new DomainError("unauthenticated", "signed_out");
  const { assignments, ...person } = actorRow.parse(rows[0]);
  const grants = assignments.map((a): Grant => ({
    role: a.role,
    countries: a.allCountries ? "all" : a.countries,
    operations: a.allOperations ? "all" : a.operations,
  }));
  return { ...person, grants };
}
