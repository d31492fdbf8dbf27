import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { proxy } from "../proxy.ts";
import { contentSecurityPolicy, mapboxToken } from "./headers.ts";

const HOST = "muster.example";
const ask = (path: string, options: { method?: string; headers?: Record<string, string> } = {}) =>
  proxy(
    new NextRequest(`http://${HOST}${path}`, {
      method: options.method ?? "GET",
      headers: { host: HOST, ...options.headers },
    }),
  );
const post = (path: string, headers: Record<string, string> = {}) =>
  ask(path, { method: "POST", headers: { origin: `http://${HOST}`, "content-length": "2", ...headers } });

describe("every answer", () => {
  it("has its own nonce, for Next and in the policy alike", () => {
    const [one, two] = [ask("/sign-in"), ask("/sign-in")];
    const policy = one.headers.get("content-security-policy") ?? "";
    const nonce = one.headers.get("x-middleware-request-x-nonce");
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`);
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).not.toMatch(/(script-src|style-src) [^;]*'unsafe-inline'/);
    for (const none of ["default-src", "object-src", "base-uri", "frame-ancestors"])
      expect(policy).toContain(`${none} 'none'`);
    expect(two.headers.get("content-security-policy")).not.toBe(policy);
  });

  it("takes no nonce from outside", () => {
    const answer = ask("/sign-in", { headers: { "x-nonce": "theirs" } });
    expect(answer.headers.get("x-middleware-request-x-nonce")).not.toBe("theirs");
  });

  it.each(["/sign-in", "/api/health", "/operations"])(
    "is kept by nobody and guessed at by nobody: %s",
    (path) => {
      const { headers } = ask(path);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("permissions-policy")).toContain("geolocation=()");
    },
  );
});

describe("what is sent", () => {
  it("reaches only the api, by POST, from our own pages, with a length", () => {
    expect(post("/api/trpc/people.me").status).toBe(200);
    expect(post("/operations").status).toBe(405);
    expect(ask("/api/trpc/people.me", { method: "DELETE" }).status).toBe(405);
    expect(post("/api/trpc/people.me", { origin: "https://evil.example" }).status).toBe(403);
    expect(post("/api/trpc/people.me", { origin: "null" }).status).toBe(403);
    expect(ask("/api/trpc/people.me", { method: "POST" }).status).toBe(403);
    expect(post("/api/trpc/people.me", { "content-length": "1048577" }).status).toBe(413);
  });
});

describe("an address that nobody can read", () => {
  it.each(["/operations/%zz", "/api/trpc/%zz", "/api/tiles/%zz/0/0", "/matches/%E0%A4%A"])(
    "leads to nothing, as every other that leads to nothing: %s",
    (path) => {
      const answer = path.startsWith("/api/trpc")
        ? post(path)
        : ask(path, { headers: { cookie: "muster-session=x" } });
      expect(answer.status).toBe(404);
      expect(answer.headers.get("x-frame-options")).toBe("DENY");
    },
  );
});

describe("a stranger", () => {
  it("is led to the door, and back to where they wanted to go", () => {
    const location = ask("/operations?text=hammer").headers.get("location");
    expect(location).toBe(`http://${HOST}/sign-in?next=%2Foperations%3Ftext%3Dhammer`);
  });

  it.each(["/sign-in", "/forgotten", "/about", `/invite/${"a".repeat(64)}`])("opens %s", (path) => {
    expect(ask(path).status).toBe(200);
  });
});

it("lets Mapbox's hosts be reached only where its token is set, and takes only a public token", () => {
  expect(contentSecurityPolicy("n", false)).not.toContain("mapbox");
  expect(contentSecurityPolicy("n", false, true)).toContain("connect-src 'self' https://api.mapbox.com");
  const named = (token: string) => mapboxToken({ NODE_ENV: "test", NEXT_PUBLIC_MAPBOX_TOKEN: token });
  expect(named("pk.eyJ1Ijoi.abc")).toBe("pk.eyJ1Ijoi.abc");
  expect([named(""), named("sk.secret"), named('pk."><script>'), mapboxToken({ NODE_ENV: "test" })]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
