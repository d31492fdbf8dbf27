import "server-only";
import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import type { Permission } from "#access/permissions.ts";
import { DomainError } from "#lib/errors.ts";
import type { Client } from "./db.ts";
import { translateDatabaseError } from "./refusal.ts";
import { transact, type Ctx } from "./transaction.ts";

export type { Actor, Ctx } from "./transaction.ts";

/** What a request brings along before anything is opened. */
export type Request = {
  client: Client;
  token: string | null;
  /** Client address as far as TRUSTED_PROXIES lets us believe it. */
  address: string | null;
  userAgent: string | null;
  now?: Date;
};

export type DoorPermission = `door:${string}`;
export type Meta = { permission: Permission | DoorPermission };

const CODES = {
  not_found: "NOT_FOUND",
  invalid: "BAD_REQUEST",
  conflict: "CONFLICT",
  unusable: "CONFLICT",
  forbidden: "FORBIDDEN",
  unauthenticated: "UNAUTHORIZED",
  too_many: "TOO_MANY_REQUESTS",
} as const;

const t = initTRPC
  .context<Request>()
  .meta<Meta>()
  .create({
    transformer: superjson,
    // A quiet line still says that it is open; the browser comes back when it hears nothing for two pings.
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter({ shape, error }) {
      const cause = error.cause;
      return {
        ...shape,
        message: cause instanceof DomainError ? cause.reason : error.code,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          reason: cause instanceof DomainError ? cause.reason : null,
          values: cause instanceof DomainError ? cause.values : null,
          issues: cause instanceof z.ZodError ? cause.issues.slice(0, 50).map(issueOnTheWire) : null,
        },
      };
    },
  });

function issueOnTheWire(issue: z.core.$ZodIssue) {
  const {
    code,
    path,
    message: _,
    input: _input,
    ...rest
  } = issue as z.core.$ZodIssue & { input?: unknown; params?: Record<string, unknown> };
  const params = Object.fromEntries(
    Object.entries({ ...rest, ...rest.params }).filter(
      ([, value]) => typeof value === "number" || typeof value === "string",
    ),
  ) as Record<string, string | number>;
  return { code, path: path.map(String), params };
}

export const { router, createCallerFactory } = t;

function refusalOf(cause: unknown): TRPCError | null {
  const refusal = cause instanceof DomainError ? cause : translateDatabaseError(cause);
  return refusal && new TRPCError({ code: CODES[refusal.kind], cause: refusal });
}

const refusing = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const refusal = refusalOf(result.error.cause);
  if (refusal) throw refusal;
  return result;
});

type Called<R> = R & { call: { permission: Permission; type: "query" | "mutation" } };

/** A procedure for signed-in people that holds this permission; parse first, then `run` opens the transaction. */
export const permitted = (permission: Permission) =>
  refusing.meta({ permission }).use(({ ctx, type, next }) => {
    if (ctx.token === null) throw new DomainError("unauthenticated", "signed_out");
    const call: Called<Request>["call"] = { permission, type: type === "mutation" ? "mutation" : "query" };
    return next({ ctx: { ...ctx, call } });
  });

/** A procedure for people at the door (invitations, forgotten passwords): no session, no scope. */
export const atTheDoor = (permission: DoorPermission) => refusing.meta({ permission });

/** Fits `(ctx, input) => result` to the wire: one transaction under the caller's identity, audit before COMMIT. */
export function run<I, O>(useCase: (ctx: Ctx, input: I) => Promise<O>) {
  return ({ ctx, input }: { ctx: Called<Request>; input: I }): Promise<O> =>
    transact(
      { client: ctx.client, token: ctx.token, ...ctx.call, ...(ctx.now ? { now: ctx.now } : {}) },
      (opened) => useCase(opened, input),
    );
}

/** Fits a read `(db, scope, input) => rows` to the wire. */
export function read<I, O>(query: (db: Ctx["db"], scope: Ctx["scope"], input: I) => Promise<O>) {
  return run<I, O>((ctx, input) => query(ctx.db, ctx.scope, input));
}

/** Who listens, looked up anew in a short transaction of its own; throws once the session no longer stands. */
export type Standing = () => Promise<Pick<Ctx, "scope" | "actor">>;

/** Fits a stream of hints to the wire: no transaction stays open, and the stream asks for its standing as often as it needs. */
export function follow<O>(stream: (standing: Standing, signal: AbortSignal) => AsyncGenerator<O>) {
  return async function* ({ ctx, signal }: { ctx: Called<Request>; signal: AbortSignal | undefined }) {
    const { client, token, call } = ctx;
    const standing: Standing = () =>
      transact({ client, token, ...call }, async ({ scope, actor }) => ({ scope, actor }));
    try {
      yield* stream(standing, signal ?? new AbortController().signal);
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  };
}
