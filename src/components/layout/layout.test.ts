import { describe, expect, it } from "vitest";
import { currentItem } from "./nav-items.ts";
import type { NavItem } from "./nav-items.ts";
import { keepWorld } from "./keep-world.ts";

describe("keepWorld", () => {
  it.each([
    ["/operations", "/operations?exercise=1"],
    ["/operations?state=live", "/operations?state=live&exercise=1"],
    ["/operations#map", "/operations?exercise=1#map"],
    ["?page=2", "?page=2"],
    ["https://example.org/", "https://example.org/"],
    ["/operations?exercise=0", "/operations?exercise=0"],
  ])("leads %s to %s inside the exercise", (href, expected) => {
    expect(keepWorld(href, true)).toBe(expected);
  });

  it("changes nothing outside the exercise", () => {
    expect(keepWorld("/operations?state=live", false)).toBe("/operations?state=live");
  });
});

describe("currentItem", () => {
  const items: NavItem[] = [
    { key: "today", href: "/", icon: "today" },
    { key: "operations", href: "/operations", icon: "operations" },
    { key: "log", href: "/log/return", icon: "log" },
    { key: "matches", href: "/matches", icon: "matches" },
  ];

  it("finds the place a page belongs to", () => {
    expect(currentItem(items, "/")?.key).toBe("today");
    expect(currentItem(items, "/operations/hammer-2011")?.key).toBe("operations");
    expect(currentItem(items, "/log/match")?.key).toBe("log");
    expect(currentItem(items, "/confirmations")?.key).toBe("matches");
    expect(currentItem(items, "/operations-of-others")).toBeUndefined();
  });
});
