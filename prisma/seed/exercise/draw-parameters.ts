import { readFileSync } from "node:fs";
import { z } from "zod";
import type {
  Database,
  DocumentType,
  Finding,
  InterimMeasure,
  MatchChannel,
  NotConfirmedReason,
  NoticeColour,
  OutcomeKind,
  RecordStatus,
} from "#generated/prisma/enums.ts";
import type { PointInput } from "./input.ts";

const counts = z.record(z.string(), z.int());
const parameters = z.object({
  hour_bands_local: counts,
  channel: counts,
  state_cols: z.array(z.string()),
  database_x_state: z.record(z.string(), z.array(z.int())),
  sltd_record_status: counts,
  notice_or_diffusion: z.record(z.string(), counts),
  document_type_sltd_tdawn: counts,
  second_line_finding_sltd_tdawn: counts,
  not_confirmed_reason: counts,
  smv_points: counts,
  fingerprint_points: counts,
  facial_points: counts,
  issuing_or_requesting: z
    .object({ once_each: z.array(z.string()), icao_issuers_once_each: z.array(z.string()) })
    .catchall(z.unknown()),
  awaiting_now: z.array(z.tuple([z.string(), z.number()])),
  per_day_from_day_: z.array(z.int()).optional(),
  interim_measure: counts,
  outcomes_several_per_match: counts,
});

export type Fate =
  | "recorded"
  | "second_line"
  | "requested"
  | "confirmed_open"
  | "confirmed_closed"
  | "not_confirmed_closed"
  | "no_reply";

export type Draw = {
  no: number;
  point: PointInput;
  day: number;
  /** Local minutes after midnight at which it was detected. */
  minute: number;
  database: Database;
  fate: Fate;
  issuer: string;
  /** For what is awaited now: hours since the request. */
  hoursWaiting: number | null;
  channel: MatchChannel;
  recordStatus: RecordStatus | null;
  noticeColour: NoticeColour | null;
  documentType: DocumentType | null;
  finding: Finding | null;
  interim: InterimMeasure;
  reason: NotConfirmedReason | null;
  outcomes: OutcomeKind[];
  hoursToAnswer: number;
  /** The number of an earlier match on the same traveller at the same point. */
  sameTravellerAs: number | null;
  /** Endings out of the ordinary that the exercise must contain. */
  ending: "reopened" | "test_record_voided" | "requesting_country_not_contacted" | null;
};

export type P = z.infer<typeof parameters>;
export type Slot = { point: PointInput; database: Database };
export type Fated = Slot & { fate: Fate };
export type Issued = Fated & { issuer: string; hoursWaiting: number | null };
export type Placed = Issued & { day: number };

/** "lost: 2" becomes two "lost". */
export const spread = (of: Record<string, number>) =>
  Object.entries(of).flatMap(([key, n]) => Array.from({ length: n }, () => key));

/** The parameters of the matches, checked. */
export function readParameters(): P {
  const file = readFileSync(new URL("../../data/meridian.json", import.meta.url), "utf8");
  return parameters.parse((JSON.parse(file) as { matches: unknown }).matches);
}
