import "server-only";
import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { DEMO_ACCOUNTS, demoEmail } from "#lib/demo-accounts.ts";
import { DomainError } from "#lib/errors.ts";
import { trustedAddress } from "./address.ts";
import { client } from "./db.ts";
import { log } from "./log.ts";
import { closeSession, localeOf, openSession, SESSION_SECONDS, type Caller } from "./session-credentials.ts";
import { isSecure, sessionCookie, sessionSecret } from "./session-cookie.ts";

const TOKEN = /^[0-9a-f]{64}$/;

/** Whether this installation is a demonstration: invented people, one-click accounts, the banner. */
export const isDemo = (): boolean => process.env.MUSTER_DEMO === "1";

/** Cookies opened in the last minute: unsealing costs more than most questions. Which session is live, the database still says. */
const unsealed = new Map<string, { token: string; until: number }>();
const MINUTE = 60_000;
const MOST_UNSEALED = 2000;

/** The token in this request's cookie, or null. It is worth nothing until a transaction finds its live session. */
export async function readToken(): Promise<string | null> {
  const sealed = (await cookies()).get(sessionCookie())?.value;
  if (!sealed) return null;
  const known = unsealed.get(sealed);
  if (known && known.until > Date.now()) return known.token;
  try {
    const content = await decode({ token: sealed, secret: sessionSecret() });
    const token = content?.muster;
    if (typeof token !== "string" || !TOKEN.test(token)) return null;
    if (unsealed.size >= MOST_UNSEALED) unsealed.clear();
    unsealed.set(sealed, { token, until: Date.now() + MINUTE });
    return token;
  } catch {
    return null;
  }
}

/** Whether this request's cookie leads to a live session: for doors that lay out, never for deciding what may be read. */
export async function hasLiveSession(): Promise<boolean> {
  const token = await readToken();
  return token !== null && (await localeOf(client(), token)) !== null;
}

type Outcome = { token: string | null; refused: DomainError | null; failed: boolean };

/** next-auth for one request. `outcome` keeps what the library would flatten into a string. */
function optionsFor(caller: Caller, outcome: Outcome): NextAuthOptions {
  const prove = async (email: unknown, password: unknown) => {
    if (typeof email !== "string" || typeof password !== "string" || password.length > 1000) return null;
    try {
      const token = await openSession(caller, email, password);
      outcome.token = token;
      return token === null ? null : { id: "session", muster: token };
    } catch (error) {
      if (error instanceof DomainError) outcome.refused = error;
      else {
        outcome.failed = true;
        log.error({ err: error }, "sign-in failed");
      }
      return null;
    }
  };
  const byPassword = Credentials({
    id: "credentials",
    credentials: { email: {}, password: {} },
    authorize: (given) => prove(given?.email, given?.password),
  });
  // The password of the demonstration never leaves the server: the page sends an account, nothing else.
  const byClick = Credentials({
    id: "demo",
    credentials: { account: {} },
    authorize: (given) =>
      DEMO_ACCOUNTS.some(({ account }) => account === given?.account)
        ? prove(demoEmail(String(given?.account)), process.env.MUSTER_DEMO_PASSWORD)
        : null,
  });
  return {
    secret: sessionSecret(),
    useSecureCookies: isSecure(),
    providers: isDemo() ? [byPassword, byClick] : [byPassword],
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() },
      },
    },
    callbacks: {
      // The cookie carries the session token and nothing else of worth.
      jwt: ({ token, user }) =>
        user ? { muster: (user as { muster?: string }).muster } : { muster: token.muster },
      redirect: ({ baseUrl }) => baseUrl,
    },
    events: {
      signOut: ({ token }) =>
        typeof token.muster === "string" ? closeSession(caller.client, token.muster) : undefined,
    },
    logger: {
      error: (code) => log.warn({ code }, "next-auth"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

const OPEN = new Set(["GET csrf", "POST callback/credentials", "POST callback/demo", "POST signout"]);

/** Signing in and out over HTTP: only the four doors above; answers are `{ok}` or `{reason, values}`. */
export async function authRoute(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const door = `${request.method} ${(await context.params).nextauth.join("/")}`;
  if (!OPEN.has(door)) return Response.json({ reason: "not_found" }, { status: 404 });
  if (request.method === "POST" && !(await isJsonObject(request)))
    return Response.json({ reason: "invalid" }, { status: 400 });
  const outcome: Outcome = { token: null, refused: null, failed: false };
  const caller = {
    client: client(),
    address: trustedAddress(request.headers),
    userAgent: request.headers.get("user-agent"),
  };
  const answer: Response = await NextAuth(request, context, optionsFor(caller, outcome));
  if (door === "GET csrf") return answer;
  const headers = new Headers(answer.headers);
  for (const name of ["location", "content-type", "content-length"]) headers.delete(name);
  // Typed text and offline drafts are wiped by the page itself; "storage" would take the language with it.
  if (door === "POST signout") headers.set("Clear-Site-Data", '"cache"');
  const alreadyOut = door === "POST signout" && !request.cookies.has(sessionCookie());
  if (alreadyOut) return Response.json({ ok: true }, { headers });
  const locale = outcome.token === null ? null : await localeOf(caller.client, outcome.token);
  return said(outcome, headers, locale === null ? {} : { locale });
}

function said(outcome: Outcome, headers: Headers, more: { locale?: string }): Response {
  if (outcome.failed) return Response.json({ reason: "server" }, { status: 503 });
  if (outcome.refused) {
    const { reason, values } = outcome.refused;
    const wait = String(Number(values.minutes ?? 1) * 60);
    return Response.json({ reason, values }, { status: 429, headers: { "Retry-After": wait } });
  }
  // Only a sign-in or sign-out that happened writes this cookie.
  const written = headers.getSetCookie().some((cookie) => cookie.startsWith(`${sessionCookie()}=`));
  if (written) return Response.json({ ok: true, ...more }, { headers });
  return Response.json({ reason: "sign_in.refused" }, { status: 401, headers });
}

async function isJsonObject(request: Request): Promise<boolean> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) return false;
  try {
    const body: unknown = await request.clone().json();
    return typeof body === "object" && body !== null && !Array.isArray(body);
  } catch {
    return false;
  }
}
