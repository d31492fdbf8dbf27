import type { ClosedReason, Database, MatchState } from "#generated/prisma/enums.ts";
import { CLOSES_FROM } from "./decide-step.ts";

/** What the person on duty can do with a match; the first of a list is what it waits for. */
export type NextStep = "finding" | "request" | "national" | "reply" | "no_reply" | "close";

type Open = { state: MatchState; own: boolean; asked: string | null; answeredAt: Date | null } & {
  closedReason: ClosedReason | null;
  /** A confirmation was asked for at some time. */
  wasAsked: boolean;
};

/** Steps that may follow now, the awaited one first. */
export function nextSteps(match: Open): NextStep[] {
  const confirmation: NextStep[] = match.own ? ["national"] : match.asked === null ? [] : ["request"];
  switch (match.state) {
    case "recorded":
      return ["finding", ...confirmation, "close"];
    case "secondary_inspection":
      return [...confirmation, "finding", "close"];
    case "confirmation_requested":
      return ["reply", "no_reply", "close"];
    case "no_reply":
      return ["close", "reply"];
    case "confirmed":
    case "confirmed_nationally":
    case "not_confirmed":
      return ["close"];
    case "closed":
      return match.wasAsked && match.answeredAt === null && match.closedReason !== "test_record_voided"
        ? ["reply"]
        : [];
  }
}

/** Reasons for which a match may be closed now. */
export function closeReasonsOf(state: MatchState): ClosedReason[] {
  const reasons = Object.keys(CLOSES_FROM) as ClosedReason[];
  return reasons.filter((reason) => CLOSES_FROM[reason].includes(state));
}

/** Which questions a hit in this database answers: about a document or vehicle, or about a notice. */
export function asksFor(database: Database): { document: boolean; notice: boolean } {
  switch (database) {
    case "tdawn":
      return { document: true, notice: true };
    case "nominals":
    case "notices":
    case "fingerprints":
    case "facial_recognition":
    case "dna":
      return { document: false, notice: true };
    case "smv":
    case "iarms":
    case "sltd":
    case "national":
    case "other":
    case "interpol_unspecified":
    case "unstated":
      return { document: true, notice: false };
  }
}

type Described = {
  database: Database;
  documentType: unknown;
  issuer: unknown;
  recordStatus: unknown;
  noticeColour: unknown;
  requestingAuthority: unknown;
};

/** What was described, without answers to questions that this database does not raise. */
export function onlyAsked<T extends Described>(described: T): T {
  const { document, notice } = asksFor(described.database);
  return {
    ...described,
    ...(document ? {} : { documentType: null, issuer: null, recordStatus: null }),
    ...(notice ? {} : { noticeColour: null, requestingAuthority: null }),
  };
}
