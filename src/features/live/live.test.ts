import { describe, expect, it } from "vitest";
import { readHint } from "#server/changes.ts";
import { askedAgain, TOPICS, topicOf, topicsFor, touchesRights } from "./rules.ts";

const KENYA = { entity: "match", country: "KE", operationId: "o" };

describe("a hint", () => {
  it("names what changed, and a chain that is no country as none", () => {
    expect(readHint('[["match","KE","o"],["setting","system",null]]')).toEqual([
      KENYA,
      { entity: "setting", country: null, operationId: null },
    ]);
  });

  it("that nobody understands asks for everything", () => {
    for (const payload of ["", "[]", '"other"', '[["match"]]', "[[1,2,3]]", '"much"'])
      expect(readHint(payload)).toBe("much");
    expect(topicsFor("much", () => false)).toEqual(TOPICS);
  });

  it("reaches only whom one of their assignments reaches", () => {
    expect(topicsFor([KENYA], () => false)).toEqual([]);
    expect(topicsFor([KENYA, { ...KENYA, entity: "arrest" }], () => true)).toEqual(["results"]);
  });

  it("about people makes every stream look at its own rights", () => {
    expect(touchesRights([KENYA])).toBe(false);
    expect(touchesRights([{ ...KENYA, entity: "assignment" }])).toBe(true);
  });

  it("leads to the pages that show it", () => {
    expect([...askedAgain([topicOf("daily_return")])]).toEqual(
      expect.arrayContaining(["situation", "today", "summary", "returns"]),
    );
    expect(topicOf("whatever_comes")).toBe("plan");
  });
});
