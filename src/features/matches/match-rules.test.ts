import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ClosedReason, MatchState } from "#generated/prisma/enums.ts";
import { askedCountryOf, askedOf, authorityName, isAuthorityCode, isOwn } from "./rules/asked.ts";
import { awaitedOf, clockOf } from "./rules/awaited.ts";
import {
  CLOSES_FROM,
  decideStep,
  demandMoment,
  type Action,
  type Decision,
  type Standing,
} from "./rules/decide-step.ts";

const T0 = new Date("2026-11-20T10:00:00Z");
const after = (minutes: number) => new Date(T0.getTime() + minutes * 60_000);
const NOW = after(10_000);
const fresh = (over: Partial<Standing> = {}): Standing => ({
  state: "recorded",
  closedReason: null,
  detectedAt: T0,
  askedAt: null,
  answeredAt: null,
  lastStepAt: null,
  own: false,
  askable: true,
  ...over,
});
const YES = { answer: "confirmed", reason: null } as const;
const NO = { answer: "not_confirmed", reason: "stale_record" } as const;

/** Applies a decision the way the database does. */
function moved(from: Standing, decision: Decision, at: Date): Standing {
  return {
    ...from,
    state: decision.state,
    closedReason: decision.closedReason === undefined ? from.closedReason : decision.closedReason,
    answeredAt: decision.answeredAt ?? from.answeredAt,
    askedAt: decision.state === "confirmation_requested" ? at : from.askedAt,
    lastStepAt: at,
  };
}
const walk = (start: Standing, ...actions: [Action, number][]): Standing =>
  actions.reduce(
    (standing, [action, minutes]) =>
      moved(standing, decideStep(standing, action, { at: after(minutes), now: NOW }), after(minutes)),
    start,
  );
const reasonOf = (attempt: () => unknown): string => {
  try {
    attempt();
    return "done";
  } catch (error) {
    return (error as { reason: string }).reason;
  }
};
const refusal = (standing: Standing, action: Action, at = after(500)): string =>
  reasonOf(() => decideStep(standing, action, { at, now: NOW }));

describe("the steps of a match", () => {
  it("run from the first line to the end", () => {
    const end = walk(
      fresh(),
      [{ do: "inspect" }, 5],
      [{ do: "request" }, 20],
      [{ do: "reply", ...YES }, 200],
      [{ do: "close", reason: "follow_up_done" }, 300],
    );
    expect(end).toMatchObject({ state: "closed", answeredAt: after(200), closedReason: "follow_up_done" });
  });

  it("reopen on a late reply, after no reply and after closing", () => {
    const waiting = walk(fresh(), [{ do: "request" }, 20], [{ do: "mark_no_reply" }, 400]);
    const closed = walk(waiting, [{ do: "close", reason: "no_reply" }, 450]);
    for (const late of [waiting, closed])
      expect(decideStep(late, { do: "reply", ...NO }, { at: after(460), now: NOW })).toEqual({
        state: "not_confirmed",
        steps: ["reopened", "not_confirmed"],
        confirmed: false,
        answeredAt: after(460),
        notConfirmedReason: "stale_record",
        closedReason: null,
      });
  });

  it("take a reply dated before one stopped waiting, never before one asked", () => {
    const waiting = walk(fresh(), [{ do: "request" }, 20], [{ do: "mark_no_reply" }, 400]);
    expect(refusal(waiting, { do: "reply", ...YES }, after(300))).toBe("done");
    expect(refusal(waiting, { do: "reply", ...YES }, after(19))).toBe("match.before_previous_step");
  });

  it.each<[string, Standing, Action]>([
    ["match.never_asked", fresh({ state: "closed", closedReason: "no_finding" }), { do: "reply", ...YES }],
    [
      "match.already_answered",
      fresh({ state: "confirmed", askedAt: T0, answeredAt: T0 }),
      { do: "reply", ...NO },
    ],
    [
      "match.voided",
      fresh({ state: "closed", closedReason: "test_record_voided", askedAt: T0 }),
      { do: "reply", ...YES },
    ],
    ["match.already_closed", fresh({ state: "closed", closedReason: "no_finding" }), { do: "inspect" }],
    ["match.step_not_possible", fresh({ state: "confirmation_requested", askedAt: T0 }), { do: "request" }],
    ["match.step_not_possible", fresh(), { do: "mark_no_reply" }],
    ["match.own_document", fresh({ own: true }), { do: "request" }],
    ["match.asked_unknown", fresh({ askable: false }), { do: "request" }],
    ["match.not_own_document", fresh(), { do: "check_nationally", ...YES }],
    [
      "confirmation.reason_needed",
      fresh({ own: true }),
      { do: "check_nationally", answer: "not_confirmed", reason: null },
    ],
    [
      "confirmation.reason_needed",
      fresh({ own: true }),
      { do: "check_nationally", answer: "confirmed", reason: "data_error" },
    ],
  ])("refuse with %s", (reason, standing, action) => {
    expect(refusal(standing, action)).toBe(reason);
  });

  it("close only for the reasons of their state", () => {
    for (const state of Object.values(MatchState))
      for (const reason of Object.values(ClosedReason)) {
        const said = refusal(fresh({ state }), { do: "close", reason });
        const wanted = CLOSES_FROM[reason].includes(state) ? "done" : "match.step_not_possible";
        expect([state, reason, said]).toEqual([
          state,
          reason,
          state === "closed" ? "match.already_closed" : wanted,
        ]);
      }
  });

  it("are dated: not in the future, not before the hit, by the minute", () => {
    expect(reasonOf(() => demandMoment(new Date(NOW.getTime() + 180_000), { now: NOW, after: T0 }))).toBe(
      "match.in_the_future",
    );
    expect(refusal(fresh(), { do: "inspect" }, after(-1))).toBe("match.before_previous_step");
    expect(refusal(fresh({ detectedAt: new Date(T0.getTime() + 40_000) }), { do: "inspect" }, T0)).toBe(
      "done",
    );
  });
});

describe("law 5, over every path", () => {
  const said = fc.constantFrom(YES, NO);
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.constant<Action>({ do: "inspect" }),
    fc.constant<Action>({ do: "request" }),
    said.map((words): Action => ({ do: "reply", ...words })),
    said.map((words): Action => ({ do: "check_nationally", ...words })),
    fc.constant<Action>({ do: "mark_no_reply" }),
    fc.constantFrom(...Object.values(ClosedReason)).map((reason): Action => ({ do: "close", reason })),
  );
  const steps = fc.array(fc.record({ action, later: fc.integer({ min: -30, max: 300 }) }), {
    minLength: 4,
    maxLength: 16,
  });

  it("nothing is confirmed without a dated reply to a request, or at home for an own document", () => {
    let confirmed = 0;
    fc.assert(
      fc.property(steps, fc.boolean(), fc.boolean(), (path, own, askable) => {
        let standing = fresh({ own, askable });
        let replied = false;
        let minutes = 0;
        for (const { action: next, later } of path) {
          minutes += later;
          const at = after(minutes);
          if (refusal(standing, next, at) !== "done") continue;
          replied ||= next.do === "reply" || next.do === "check_nationally";
          standing = moved(standing, decideStep(standing, next, { at, now: NOW }), at);
          confirmed += standing.state === "confirmed" ? 1 : 0;
          const dated =
            replied && standing.answeredAt !== null && standing.answeredAt >= (standing.askedAt ?? T0);
          const allowed = {
            confirmed: !own && standing.askedAt !== null && dated,
            confirmed_nationally: own && dated,
          };
          const lawful = standing.state in allowed ? allowed[standing.state as keyof typeof allowed] : true;
          expect([standing.state, lawful]).toEqual([standing.state, true]);
        }
      }),
      { numRuns: 3000, seed: 11 },
    );
    expect(confirmed).toBeGreaterThan(100);
  });
});

describe("who is asked", () => {
  const origin = {
    countryCode: "KE",
    database: "sltd",
    issuer: null,
    requestingAuthority: null,
    noticeColour: null,
  } as const;

  it("is the issuer of a document, the requesting authority behind a notice", () => {
    expect(askedCountryOf({ ...origin, issuer: "DNK", requestingAuthority: "PER" })).toBe("DK");
    expect(
      askedCountryOf({ ...origin, database: "nominals", issuer: "DNK", requestingAuthority: "PER" }),
    ).toBe("PE");
    expect(
      askedCountryOf({ ...origin, noticeColour: "red", issuer: "DNK", requestingAuthority: "PER" }),
    ).toBe("PE");
    expect(askedOf(origin)).toBeNull();
  });

  it("is an organisation without a liaison, or nobody for what is one's own", () => {
    for (const issuer of ["UNO", "EUE", "RKS"]) {
      expect(askedOf({ ...origin, issuer })).toBe(issuer);
      expect(askedCountryOf({ ...origin, issuer })).toBeNull();
    }
    expect(isOwn({ ...origin, issuer: "KEN" })).toBe(true);
    expect(isOwn({ ...origin, issuer: "DNK" })).toBe(false);
    expect(isOwn({ ...origin, database: "national" })).toBe(true);
  });

  it("is named: countries, the United Nations, the court, INTERPOL; no other organisation asks by notice", () => {
    expect(["DNK", "UNO", "ICC", "XPO"].every(isAuthorityCode)).toBe(true);
    expect(["EUE", "RKS", "XXX", "DK"].some(isAuthorityCode)).toBe(false);
    expect(authorityName("ICC", "fr")).toBe("Cour pénale internationale");
    expect(authorityName("DNK", "es")).toBe("Dinamarca");
  });
});

describe("what is awaited", () => {
  it("follows the state", () => {
    const wait = (state: MatchState, own = false, hasOutcome = false) =>
      awaitedOf({ state, own, hasOutcome });
    expect(wait("recorded")).toBe("inspection");
    expect([wait("secondary_inspection"), wait("secondary_inspection", true)]).toEqual([
      "request",
      "national_check",
    ]);
    expect(wait("confirmation_requested")).toBe("reply");
    expect([wait("confirmed"), wait("confirmed", false, true)]).toEqual(["outcome", "closing"]);
    expect([wait("no_reply"), wait("not_confirmed"), wait("closed")]).toEqual(["closing", "closing", null]);
  });

  it("runs against clocks at 1, 24 and 72 hours", () => {
    const waited = (hours: number) => clockOf(T0, new Date(T0.getTime() + hours * 3_600_000));
    expect([0.9, 1, 23.9, 24, 71.9, 72].map(waited)).toEqual([
      "within_1h",
      "over_1h",
      "over_1h",
      "over_24h",
      "over_24h",
      "over_72h",
    ]);
  });
});
