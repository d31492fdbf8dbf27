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
import { chanceOf, type Chance } from "./chance.ts";
import type { Meridian, PointInput } from "./input.ts";
import { tacticalDays } from "./plan.ts";
import { noChecksOn } from "./volumes.ts";

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
  issuing_or_requesting: z.object({ once_each: z.array(z.string()), icao_issuers_once_each: z.array(z.string()) }).catchall(z.unknown()),
  awaiting_now: z.array(z.tuple([z.string(), z.number()])),
  per_day_from_day_: z.array(z.int()).optional(),
  interim_measure: counts,
  outcomes_several_per_match: counts,
});

export type Fate = "recorded" | "second_line" | "requested" | "confirmed_open" | "confirmed_closed" | "not_confirmed_closed" | "no_reply";

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
};

const REASONS: Record<string, NotConfirmedReason> = {
  own_document: "own_document",
  record_not_current: "stale_record",
  reading_or_data_error: "data_error",
  not_the_same_person: "not_same_person",
};
const NOTICES: Record<string, NoticeColour> = { red_notice: "red" };
const CHANNELS: Record<string, MatchChannel> = { batch_passenger_list: "passenger_list" };
const MEASURES: Record<string, InterimMeasure> = { held_for_second_line: "held", let_go_pending_reply: "let_go", refused_before_reply: "refused" };

const spread = (of: Record<string, number>) => Object.entries(of).flatMap(([key, n]) => Array.from({ length: n }, () => key));

/**
 * Draws the exercise's matches from its parameters: as many at each point, of each database and in each state as stated; the
 * issuer is drawn independently of route, finding and outcome. `meridian` gives the points; deterministic.
 */
export function drawMatches(meridian: Meridian): Draw[] {
  const p = parameters.parse(
    (JSON.parse(readFileSync(new URL("../../data/meridian.json", import.meta.url), "utf8")) as { matches: unknown }).matches,
  );
  const perDay = (meridian.matches["per_day_from_day_-19"] as number[]).slice();
  const chance = chanceOf("matches");
  const slots = fates(p, databases(p, meridian.points, chance), chance);
  const issued = issuers(p, slots, chance);
  const placed = days(meridian, perDay, issued, chance);
  return details(p, placed, chance);
}

type P = z.infer<typeof parameters>;
type Slot = { point: PointInput; database: Database };
type Fated = Slot & { fate: Fate };
type Issued = Fated & { issuer: string; hoursWaiting: number | null };
type Placed = Issued & { day: number };

function databases(p: P, points: PointInput[], chance: Chance): Slot[] {
  const free: PointInput[] = [];
  const slots: Slot[] = [];
  for (const point of points) {
    const fixed = [
      ...Array.from({ length: p.smv_points[point.id] ?? 0 }, () => "smv" as const),
      ...Array.from({ length: p.fingerprint_points[point.id] ?? 0 }, () => "fingerprints" as const),
      ...Array.from({ length: p.facial_points[point.id] ?? 0 }, () => "facial_recognition" as const),
    ];
    slots.push(...fixed.map((database) => ({ point, database })));
    free.push(...Array.from({ length: point.matches - fixed.length }, () => point));
  }
  const rest = chance.shuffled(
    ["sltd", "tdawn", "nominals_notices", "national"].flatMap((name) =>
      Array.from({ length: sum(p.database_x_state[name]!) }, () => (name === "nominals_notices" ? "nominals" : name) as Database),
    ),
  );
  // The Danish match at Kigali needs an SLTD slot there.
  const kigali = free.findIndex((point) => point.id === "RW-KGL");
  const sltd = rest.indexOf("sltd");
  [rest[kigali], rest[sltd]] = [rest[sltd]!, rest[kigali]!];
  return [...slots, ...free.map((point, index) => ({ point, database: rest[index]! }))];
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

function fates(p: P, slots: Slot[], chance: Chance): Fated[] {
  const open = new Map<Database, Fate[]>();
  for (const [name, row] of Object.entries(p.database_x_state)) {
    const list = row.flatMap((n, index) => Array.from({ length: n }, () => p.state_cols[index] as Fate));
    open.set((name === "nominals_notices" ? "nominals" : name) as Database, chance.shuffled(list));
  }
  const danish = slots.findIndex((slot) => slot.point.id === "RW-KGL" && slot.database === "sltd");
  const sltd = open.get("sltd")!;
  sltd.splice(sltd.indexOf("not_confirmed_closed"), 1);
  return slots.map((slot, index) => ({
    ...slot,
    fate: index === danish ? "not_confirmed_closed" : (open.get(slot.database)!.pop() as Fate),
  }));
}

function issuers(p: P, slots: Fated[], chance: Chance): Issued[] {
  const { once_each, icao_issuers_once_each, ...several } = p.issuing_or_requesting;
  const pool = [...spread(several as Record<string, number>), ...once_each, ...icao_issuers_once_each];
  const take = (code: string) => pool.splice(pool.indexOf(code), 1)[0]!;
  const awaited = p.awaiting_now.map(([code, hours]) => ({ code: take(code), hours }));
  const danish = slots.findIndex((slot) => slot.point.id === "RW-KGL" && slot.database === "sltd" && slot.fate === "not_confirmed_closed");
  const denmark = take("DK");
  const drawn = chance.shuffled(pool);
  const given = slots.map((slot, index): Issued => {
    if (index === danish) return { ...slot, issuer: denmark, hoursWaiting: null };
    if (slot.fate === "requested") {
      const at = awaited.findIndex((one) => one.code !== slot.point.country);
      const { code, hours } = awaited.splice(Math.max(0, at), 1)[0]!;
      return { ...slot, issuer: code, hoursWaiting: hours };
    }
    // No country is asked about its own document at its own border, and answers come from states that can give one.
    const at = drawn.findIndex((code) => code !== slot.point.country && (code.length === 2 || slot.fate === "confirmed_closed"));
    return { ...slot, issuer: drawn.splice(Math.max(0, at), 1)[0]!, hoursWaiting: null };
  });
  return given;
}

function days(meridian: Meridian, perDay: number[], slots: Issued[], chance: Chance): Placed[] {
  const left = new Map(perDay.map((n, index) => [index - (perDay.length - 1), n]));
  const dayOfWait = (hours: number) => -Math.ceil(hours / 24);
  const age: Record<Fate, number> = { confirmed_closed: 0, not_confirmed_closed: 0, no_reply: 0.1, confirmed_open: 0.5, requested: 2, second_line: 1.4, recorded: 1.6 };
  const order = slots.map((slot) => ({ slot, key: age[slot.fate] + chance.next() })).sort((a, b) => a.key - b.key);
  const placed: Placed[] = [];
  for (const { slot } of order.filter((one) => one.slot.fate === "requested")) {
    const day = nearestOpenDay(slot.point, dayOfWait(slot.hoursWaiting!));
    left.set(day, Math.max(0, (left.get(day) ?? 0) - 1));
    placed.push({ ...slot, day });
  }
  for (const { slot } of order.filter((one) => one.slot.fate !== "requested")) {
    const first = tacticalDays(meridian, slot.point.country).from;
    const fits = (day: number) => day >= first && noChecksOn(slot.point, day) === null && (slot.fate === "recorded" || slot.fate === "second_line" ? day <= 0 : day <= -3);
    const open = [...left.keys()].filter((day) => fits(day) && (left.get(day) ?? 0) > 0);
    const any = [...left.keys()].filter(fits);
    const late = slot.fate === "recorded" || slot.fate === "second_line";
    const day = late ? (open.at(-1) ?? any.at(-1)!) : (open[0] ?? chance.pick(any));
    left.set(day, (left.get(day) ?? 0) - 1);
    placed.push({ ...slot, day });
  }
  return placed.sort((a, b) => a.day - b.day);
}

function nearestOpenDay(point: PointInput, wanted: number): number {
  for (let off = 0; off < 6; off += 1) if (noChecksOn(point, wanted - off) === null) return wanted - off;
  return wanted;
}

function details(p: P, placed: Placed[], chance: Chance): Draw[] {
  const statuses = chance.shuffled(spread(p.sltd_record_status)) as RecordStatus[];
  // The Danish passport of Kigali had been reported lost.
  const documents = chance.shuffled(spread(p.document_type_sltd_tdawn)) as DocumentType[];
  const findings = chance.shuffled(spread(p.second_line_finding_sltd_tdawn));
  const notices = Object.fromEntries(
    Object.entries(p.notice_or_diffusion).map(([name, of]) => [name === "nominals_notices" ? "nominals" : name, chance.shuffled(spread(of))]),
  );
  const channels = chance.shuffled(spread(p.channel));
  const measures = chance.shuffled(spread(p.interim_measure));
  const reasons = chance.shuffled(spread(p.not_confirmed_reason)).filter((reason, index, all) => !(reason === "own_document" && all.indexOf(reason) === index));
  const minutes = chance.shuffled(
    spread(p.hour_bands_local).map((band) => {
      const [from, to] = band.split("-").map(Number) as [number, number];
      return Math.floor(chance.between(from * 60, to * 60));
    }),
  );
  const draws = placed.map((slot, index): Draw => {
    const danish = slot.issuer === "DK";
    const travel = slot.database === "sltd" || slot.database === "tdawn";
    const notice = notices[slot.database]?.pop();
    const reason = slot.fate !== "not_confirmed_closed" ? null : danish ? "own_document" : REASONS[reasons.pop() ?? "own_document"]!;
    return {
      ...slot,
      no: index + 1,
      minute: minutes[index]!,
      channel: CHANNELS[channels[index]!] ?? (channels[index] as MatchChannel),
      recordStatus: slot.database === "sltd" ? (danish ? lost(statuses) : statuses.pop()!) : null,
      noticeColour: notice === undefined ? null : (NOTICES[notice] ?? (notice as NoticeColour)),
      documentType: travel ? (danish ? "passport" : (documents.pop() ?? "passport")) : slot.database === "smv" ? "vehicle_document" : null,
      finding: slot.fate === "recorded" || !travel ? null : findingOf(findings.pop()),
      interim: MEASURES[measures[index]!] ?? "none",
      reason,
      outcomes: [],
      hoursToAnswer: answerHours(chance.next()),
    };
  });
  return giveOutcomes(p, draws, chance);
}

function lost(statuses: RecordStatus[]): RecordStatus {
  return statuses.splice(statuses.indexOf("lost"), 1)[0]!;
}

const findingOf = (written: string | undefined): Finding | null => (written === undefined || written === "not_examined" ? null : (written as Finding));

/** Hours until the reply: through the 10th, 25th, 50th, 75th and 90th percentile of the parameters, at most 190. */
function answerHours(x: number): number {
  const at: [number, number][] = [[0, 0.4], [0.1, 0.7], [0.25, 3], [0.5, 9], [0.75, 27], [0.9, 50], [1, 60]];
  const upper = at.findIndex(([share]) => x <= share);
  const [s0, h0] = at[Math.max(0, upper - 1)]!;
  const [s1, h1] = at[upper]!;
  return s1 === s0 ? h1 : h0 + ((x - s0) / (s1 - s0)) * (h1 - h0);
}

const KINDS: Record<string, OutcomeKind> = { entry_refused: "entry_denied", removed: "deported" };

function giveOutcomes(p: P, draws: Draw[], chance: Chance): Draw[] {
  const done = draws.filter((draw) => draw.fate === "confirmed_closed" || draw.fate === "confirmed_open");
  const cleared = draws.filter((draw) => draw.fate === "not_confirmed_closed");
  const suits = (kind: OutcomeKind, draw: Draw): boolean => {
    if (kind === "vehicle_recovered") return draw.database === "smv";
    if (kind === "document_seized") return draw.documentType !== null && draw.database !== "smv";
    if (kind === "arrest_on_notice" || kind === "extradition_under_way" || kind === "no_legal_basis_to_arrest") return draw.database === "nominals";
    return draw.database !== "smv";
  };
  const arrests = new Set(["arrest_on_notice", "arrest_national"]);
  const arrested = new Set<Draw>();
  for (const kind of spread(p.outcomes_several_per_match).map((name) => KINDS[name] ?? (name as OutcomeKind))) {
    const pool = chance.shuffled(kind === "released" ? [...cleared, ...done] : done).filter((draw) => suits(kind, draw) && !draw.outcomes.includes(kind) && !(arrests.has(kind) && arrested.has(draw)));
    const draw = (kind === "released" ? pool.find((one) => one.outcomes.length === 0 && one.fate === "not_confirmed_closed") : undefined) ?? pool.sort((a, b) => a.outcomes.length - b.outcomes.length)[0];
    if (!draw) continue;
    draw.outcomes.push(kind);
    if (arrests.has(kind)) arrested.add(draw);
  }
  return draws;
}
