import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { mayNoLonger } from "./may-no-longer.ts";

const refused = (code: string) =>
  new TRPCClientError("refused", { result: { error: { code: -1, message: "", data: { code } } } });

describe("what was read before a query failed", () => {
  it.each(["FORBIDDEN", "NOT_FOUND"])("goes where the reader lost the right: %s", (code) => {
    expect(mayNoLonger(refused(code))).toBe(true);
  });

  it.each(["INTERNAL_SERVER_ERROR", "TIMEOUT", "TOO_MANY_REQUESTS", "CONFLICT"])("stays after %s", (code) => {
    expect(mayNoLonger(refused(code))).toBe(false);
  });

  it("stays when the session ended, which is begun again over the page", () => {
    expect(mayNoLonger(refused("UNAUTHORIZED"))).toBe(false);
  });

  it("stays when the connection was lost", () => {
    expect(mayNoLonger(new TRPCClientError("Failed to fetch"))).toBe(false);
    expect(mayNoLonger(new TypeError("Failed to fetch"))).toBe(false);
  });
});
