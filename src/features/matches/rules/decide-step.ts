import type {
  Answer,
  ClosedReason,
  MatchState,
  MatchStep,
  NotConfirmedReason,
} from "#generated/prisma/enums.ts";
import { DomainError } from "#lib/errors.ts";

/** Where a match stands: what the next step is judged by. */
export type Standing = {
  state: MatchState;
  closedReason: ClosedReason | null;
  detectedAt: Date;
  /** When the confirmation was asked for, over whatever channel; null when it never was. */
  askedAt: Date | null;
  answeredAt: Date | null;
  /** The latest step after recording, outcomes apart. */
  lastStepAt: Date | null;
  /** One's own document or national record: checked at home, never asked of another country. */
  own: boolean;
  /** Whether it is known who would be asked. */
  askable: boolean;
};

export type Said = { answer: Answer; reason: NotConfirmedReason | null };
export type Action =
  | { do: "inspect" }
  | { do: "request" }
  | ({ do: "reply" } & Said)
  | ({ do: "check_nationally" } & Said)
  | { do: "mark_no_reply" }
  | { do: "close"; reason: ClosedReason };

/** What a step makes of the match; fields that are absent stay as they were. */
export type Decision = {
  state: MatchState;
  steps: MatchStep[];
  confirmed?: boolean;
  answeredAt?: Date;
  notConfirmedReason?: NotConfirmedReason | null;
  closedReason?: ClosedReason | null;
};

const UNDECIDED: readonly MatchState[] = ["recorded", "secondary_inspection"];
const ANSWERED: readonly MatchState[] = ["confirmed", "confirmed_nationally", "not_confirmed"];

/** The step that stands in the story for this action. */
export function stepOf(action: Action): MatchStep {
  switch (action.do) {
    case "inspect":
      return "secondary_inspection";
    case "request":
      return "confirmation_requested";
    case "mark_no_reply":
      return "no_reply";
    case "close":
      return "closed";
    case "reply":
      return action.answer;
    case "check_nationally":
      return action.answer === "confirmed" ? "confirmed_nationally" : "not_confirmed";
  }
}

/** From which states a match may be closed for this reason. */
export const CLOSES_FROM: Record<ClosedReason, readonly MatchState[]> = {
  follow_up_done: ANSWERED,
  no_finding: UNDECIDED,
  no_reply: ["no_reply"],
  requesting_country_not_contacted: UNDECIDED,
  test_record_voided: [...UNDECIDED, "confirmation_requested", "no_reply", ...ANSWERED],
};

const FROM: Record<Exclude<Action["do"], "close">, readonly MatchState[]> = {
  inspect: ["recorded"],
  request: UNDECIDED,
  reply: ["confirmation_requested", "no_reply", "closed"],
  check_nationally: UNDECIDED,
  mark_no_reply: ["confirmation_requested"],
};

const refuse = (reason: string): never => {
  throw new DomainError("conflict", reason);
};

/** Whether this step may follow from here; throws `conflict` naming why not. */
function demandPossible(standing: Standing, action: Action): void {
  const from = action.do === "close" ? CLOSES_FROM[action.reason] : FROM[action.do];
  if (action.do === "reply" && standing.answeredAt !== null) refuse("match.already_answered");
  if (standing.state === "closed" && action.do !== "reply") refuse("match.already_closed");
  if (action.do === "reply" && standing.closedReason === "test_record_voided") refuse("match.voided");
  if (action.do === "reply" && standing.askedAt === null) refuse("match.never_asked");
  if (!from.includes(standing.state)) refuse("match.step_not_possible");
  if (action.do === "request" && standing.own) refuse("match.own_document");
  if (action.do === "request" && !standing.askable) refuse("match.asked_unknown");
  if (action.do === "check_nationally" && !standing.own) refuse("match.not_own_document");
}

/** Clocks of devices run a little ahead. */
const AHEAD_MS = 2 * 60_000;
const minute = (at: Date): number => Math.floor(at.getTime() / 60_000);

/** Throws `invalid` for a moment that has not come yet, or that lies before what had to come first. Minutes count. */
export function demandMoment(at: Date, { now, after }: { now: Date; after: Date }): void {
  if (at.getTime() > now.getTime() + AHEAD_MS) throw new DomainError("invalid", "match.in_the_future");
  if (minute(at) < minute(after)) throw new DomainError("invalid", "match.before_previous_step");
}

function earliest(standing: Standing, action: Action): Date {
  if (action.do === "reply" || action.do === "mark_no_reply") return standing.askedAt ?? standing.detectedAt;
  if (action.do === "close") return standing.answeredAt ?? standing.lastStepAt ?? standing.detectedAt;
  return standing.detectedAt;
}

/**
 * What this step makes of the match (laws 5 and the state machine of the domain). Pure: throws `conflict` when the step cannot
 * follow from here, `invalid` when its date cannot be right.
 */
export function decideStep(standing: Standing, action: Action, when: { at: Date; now: Date }): Decision {
  demandPossible(standing, action);
  demandMoment(when.at, { now: when.now, after: earliest(standing, action) });
  switch (action.do) {
    case "inspect":
      return { state: "secondary_inspection", steps: ["secondary_inspection"] };
    case "request":
      return { state: "confirmation_requested", steps: ["confirmation_requested"] };
    case "mark_no_reply":
      return { state: "no_reply", steps: ["no_reply"] };
    case "close":
      return { state: "closed", steps: ["closed"], closedReason: action.reason };
    case "reply":
      return answered(action.answer, action, {
        at: when.at,
        late: standing.state !== "confirmation_requested",
      });
    case "check_nationally":
      return answered(action.answer === "confirmed" ? "confirmed_nationally" : "not_confirmed", action, {
        at: when.at,
        late: false,
      });
  }
}

/** A dated yes or no; one that comes after closing, or after one stopped waiting, reopens the match. */
function answered(
  state: "confirmed" | "confirmed_nationally" | "not_confirmed",
  said: Said,
  { at, late }: { at: Date; late: boolean },
): Decision {
  const yes = state !== "not_confirmed";
  if (yes !== (said.reason === null)) throw new DomainError("invalid", "confirmation.reason_needed");
  return {
    state,
    steps: late ? ["reopened", state] : [state],
    confirmed: yes,
    answeredAt: at,
    notConfirmedReason: said.reason,
    closedReason: null,
  };
}
