import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password.ts";

describe("a kept password", () => {
  it("is argon2id with 46 MiB, one pass, one lane", async () => {
    expect(await hashPassword("seven lanterns over a harbour")).toMatch(
      /^\$argon2id\$v=19\$m=47104,t=1,p=1\$/,
    );
  });

  it("fits itself and nothing else, and nobody has one", async () => {
    const kept = await hashPassword("seven lanterns over a harbour");
    expect(await verifyPassword(kept, "seven lanterns over a harbour")).toBe(true);
    expect(await verifyPassword(kept, "seven lanterns over a harbor")).toBe(false);
    expect(await verifyPassword(null, "nobody has this password")).toBe(false);
  });

  it("is refused as too many when more than two run and twenty wait", async () => {
    const all = await Promise.allSettled(Array.from({ length: 30 }, () => verifyPassword(null, "x")));
    const refused = all.filter(({ status }) => status === "rejected");
    expect(refused.length).toBeGreaterThanOrEqual(1);
    expect(all.length - refused.length).toBeGreaterThanOrEqual(22);
  });
});
