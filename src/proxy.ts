import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy, mapboxToken, newNonce, plainHeaders } from "#server/headers.ts";
import { isSameOrigin } from "#server/same-origin.ts";
import { isSecure, sessionCookie } from "#server/session-cookie.ts";

const MOST_BYTES = 1024 * 1024;
/** Pages for people nobody knows yet. */
const OPEN_PAGES = /^\/(sign-in|forgotten|about|invite\/[^/]+)\/?$/;

/** The shell around every answer. It is never the authority on who may see what: that is the transaction's session. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const api = pathname.startsWith("/api/");
  const refusal = refused(request, api);
  if (refusal) return refusal;
  if (!api && !OPEN_PAGES.test(pathname) && !request.cookies.has(sessionCookie()))
    return sealed(NextResponse.redirect(signInAddress(request, `${pathname}${search}`), 307));
  const nonce = newNonce();
  const mapbox = mapboxToken();
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development", mapbox !== null);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.delete("x-muster-mapbox");
  if (mapbox !== null) headers.set("x-muster-mapbox", mapbox);
  headers.set("x-muster-path", `${pathname}${search}`);
  const answer = NextResponse.next({ request: { headers } });
  answer.headers.set("Content-Security-Policy", policy);
  return sealed(answer);
}

function refused(request: NextRequest, api: boolean): NextResponse | null {
  const { method, headers } = request;
  // Next would answer that it broke, and without what every answer carries.
  if (!isReadable(request.nextUrl.pathname)) return refusal(404, "not_found");
  if (method === "GET" || method === "HEAD") return null;
  if (!api || method !== "POST") return refusal(405, "door.wrong_method");
  if (!isSameOrigin(headers)) return refusal(403, "door.other_origin");
  const length = headers.get("content-length");
  if (length === null && headers.has("transfer-encoding")) return refusal(411, "door.length_unknown");
  return Number(length ?? 0) > MOST_BYTES ? refusal(413, "door.too_large") : null;
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function refusal(status: number, reason: string): NextResponse {
  const body = {
    error: { json: { message: reason, code: -32600, data: { httpStatus: status, reason } } },
    reason,
  };
  return sealed(NextResponse.json(body, { status }));
}

function signInAddress(request: NextRequest, wanted: string): URL {
  const url = request.nextUrl.clone();
  url.pathname = "/sign-in";
  url.search = wanted === "/" ? "" : new URLSearchParams({ next: wanted }).toString();
  return url;
}

function sealed(answer: NextResponse): NextResponse {
  for (const [name, value] of Object.entries(plainHeaders(isSecure()))) answer.headers.set(name, value);
  answer.headers.set("Cache-Control", "no-store");
  return answer;
}

export const config = {
  // Files with a hash in their name and the public ones are for anyone and may be kept.
  matcher: [
    "/((?!_next/static/|favicon\\.ico$|icon\\.svg$|icon-192\\.png$|icon-512\\.png$|apple-icon\\.png$|manifest\\.webmanifest$|basemap/[a-z0-9-]+\\.json$).*)",
  ],
};
