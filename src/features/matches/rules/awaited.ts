import type { MatchState } from "#generated/prisma/enums.ts";

export const AWAITED = ["inspection", "request", "national_check", "reply", "outcome", "closing"] as const;
/** What a match waits for next; null once it is closed. */
export type Awaited = (typeof AWAITED)[number];

/** The one thing this match waits for; "reply" is the only one that lies with another country. */
export function awaitedOf(match: { state: MatchState; own: boolean; hasOutcome: boolean }): Awaited | null {
  switch (match.state) {
    case "recorded":
      return "inspection";
    case "secondary_inspection":
      return match.own ? "national_check" : "request";
    case "confirmation_requested":
      return "reply";
    case "confirmed":
    case "confirmed_nationally":
      return match.hasOutcome ? "closing" : "outcome";
    case "not_confirmed":
    case "no_reply":
      return "closing";
    case "closed":
      return null;
  }
}

export const CLOCKS = ["within_1h", "over_1h", "over_24h", "over_72h"] as const;
export type Clock = (typeof CLOCKS)[number];
const HOUR = 3_600_000;

/** Which of the clocks at 1, 24 and 72 hours has run out since a moment. */
export function clockOf(since: Date, now: Date): Clock {
  const hours = (now.getTime() - since.getTime()) / HOUR;
  if (hours < 1) return "within_1h";
  if (hours < 24) return "over_1h";
  return hours < 72 ? "over_24h" : "over_72h";
}

/** States of each queue of the list. */
export const QUEUES = {
  open: [
    "recorded",
    "secondary_inspection",
    "confirmation_requested",
    "confirmed",
    "confirmed_nationally",
    "not_confirmed",
    "no_reply",
  ],
  reply: ["confirmation_requested"],
  ours: [
    "recorded",
    "secondary_inspection",
    "confirmed",
    "confirmed_nationally",
    "not_confirmed",
    "no_reply",
  ],
  closed: ["closed"],
  all: [
    "recorded",
    "secondary_inspection",
    "confirmation_requested",
    "confirmed",
    "confirmed_nationally",
    "not_confirmed",
    "no_reply",
    "closed",
  ],
} as const satisfies Record<string, readonly MatchState[]>;
export type Queue = keyof typeof QUEUES;
