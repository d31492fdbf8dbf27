import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { trustedAddress } from "./address.ts";
import { notePeers, peerHeader } from "./peer.ts";

beforeAll(() => notePeers());
afterEach(() => {
  delete process.env.TRUSTED_PROXIES;
});

const seen = (peer: string, forwarded?: string) => {
  const headers = new Headers({ [peerHeader() ?? ""]: peer });
  if (forwarded !== undefined) headers.set("x-forwarded-for", forwarded);
  return trustedAddress(headers);
};

describe("the client's address", () => {
  it("is the end of the socket; what others claim is ignored", () => {
    expect(seen("198.51.100.7", "203.0.113.9")).toBe("198.51.100.7");
    expect(seen("::ffff:198.51.100.7")).toBe("198.51.100.7");
  });

  it("is what so many trusted proxies wrote", () => {
    process.env.TRUSTED_PROXIES = "2";
    expect(seen("10.0.0.1", "203.0.113.9, 198.51.100.7, 10.0.0.2")).toBe("198.51.100.7");
  });

  it("is what the named proxies wrote, and only when they are at the socket", () => {
    process.env.TRUSTED_PROXIES = "10.0.0.0/8, 192.0.2.4";
    expect(seen("10.0.0.1", "203.0.113.9, 198.51.100.7, 192.0.2.4")).toBe("198.51.100.7");
    expect(seen("198.51.100.1", "203.0.113.9")).toBe("198.51.100.1");
  });

  it("stands for its network in IPv6, where one house has many", () => {
    expect(seen("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(seen("2001:db8::1")).toBe("2001:db8:0:0::/64");
  });

  it("is unknown rather than invented", () => {
    expect(seen("not an address")).toBeNull();
    expect(trustedAddress(new Headers({ "x-forwarded-for": "203.0.113.9" }))).toBeNull();
  });
});
