import fc from "fast-check";
import { expect, test } from "vitest";
import { pageInput, windowOf } from "./paging.ts";

test("without being told, the first 25 rows are read", () => {
  expect(windowOf(pageInput.parse({}))).toEqual({ skip: 0, take: 25 });
});

test("a page of 0, a size of 7, text or an unknown key is refused", () => {
  for (const input of [{ page: 0 }, { size: 7 }, { page: "2" }, { page: 1.5 }, { offset: 3 }, { page: 1e9 }])
    expect(pageInput.safeParse(input).success).toBe(false);
});

test("the pages cover every row once", () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.constantFrom(25, 50, 100), (total, size) => {
      const pages = Math.max(1, Math.ceil(total / size));
      const last = windowOf({ page: pages, size: size as 25 | 50 | 100 });
      expect(last.skip).toBeLessThanOrEqual(Math.max(0, total - 1));
      expect(last.skip + last.take).toBeGreaterThanOrEqual(total);
    }),
  );
});
