import type {
  DocumentType,
  Finding,
  InterimMeasure,
  MatchChannel,
  NotConfirmedReason,
  NoticeColour,
  OutcomeKind,
  RecordStatus,
} from "#generated/prisma/enums.ts";
import type { Chance } from "./chance.ts";
import { spread, type Draw, type P, type Placed } from "./draw-parameters.ts";

const REASONS: Record<string, NotConfirmedReason> = {
  own_document: "own_document",
  record_not_current: "stale_record",
  reading_or_data_error: "data_error",
  not_the_same_person: "not_same_person",
};
const NOTICES: Record<string, NoticeColour> = { red_notice: "red" };
const CHANNELS: Record<string, MatchChannel> = { batch_passenger_list: "passenger_list" };
const MEASURES: Record<string, InterimMeasure> = {
  held_for_second_line: "held",
  let_go_pending_reply: "let_go",
  refused_before_reply: "refused",
};

/** Gives each placed match what was observed, answered and done about it. */
export function details(p: P, placed: Placed[], chance: Chance): Draw[] {
  const statuses = chance.shuffled(spread(p.sltd_record_status)) as RecordStatus[];
  // The Danish passport of Kigali had been reported lost.
  const documents = chance.shuffled(spread(p.document_type_sltd_tdawn)) as DocumentType[];
  const findings = chance.shuffled(spread(p.second_line_finding_sltd_tdawn));
  const notices = Object.fromEntries(
    Object.entries(p.notice_or_diffusion).map(([name, of]) => [
      name === "nominals_notices" ? "nominals" : name,
      chance.shuffled(spread(of)),
    ]),
  );
  const channels = chance.shuffled(spread(p.channel));
  const measures = chance.shuffled(spread(p.interim_measure));
  const reasons = chance
    .shuffled(spread(p.not_confirmed_reason))
    .filter((reason, index, all) => !(reason === "own_document" && all.indexOf(reason) === index));
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
    const reason =
      slot.fate !== "not_confirmed_closed"
        ? null
        : danish
          ? "own_document"
          : REASONS[reasons.pop() ?? "own_document"]!;
    return {
      ...slot,
      no: index + 1,
      minute: minutes[index]!,
      channel: CHANNELS[channels[index]!] ?? (channels[index] as MatchChannel),
      recordStatus: slot.database === "sltd" ? (danish ? lost(statuses) : statuses.pop()!) : null,
      noticeColour: notice === undefined ? null : (NOTICES[notice] ?? (notice as NoticeColour)),
      documentType: travel
        ? danish
          ? "passport"
          : (documents.pop() ?? "passport")
        : slot.database === "smv"
          ? "vehicle_document"
          : null,
      finding: slot.fate === "recorded" || !travel ? null : findingOf(findings.pop()),
      interim: MEASURES[measures[index]!] ?? "none",
      reason,
      outcomes: [],
      hoursToAnswer: answerHours(chance.next()),
      sameTravellerAs: null,
      ending: null,
    };
  });
  return outOfTheOrdinary(giveOutcomes(p, draws, chance));
}

function lost(statuses: RecordStatus[]): RecordStatus {
  return statuses.splice(statuses.indexOf("lost"), 1)[0]!;
}

const findingOf = (written: string | undefined): Finding | null =>
  written === undefined || written === "not_examined" ? null : (written as Finding);

/** Hours until the reply: through the 10th, 25th, 50th, 75th and 90th percentile of the parameters, at most 190. */
function answerHours(x: number): number {
  const at: [number, number][] = [
    [0, 0.4],
    [0.1, 0.7],
    [0.25, 3],
    [0.5, 9],
    [0.75, 27],
    [0.9, 50],
    [1, 60],
  ];
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
    if (
      kind === "arrest_on_notice" ||
      kind === "extradition_under_way" ||
      kind === "no_legal_basis_to_arrest"
    )
      return draw.database === "nominals";
    return draw.database !== "smv";
  };
  const arrests = new Set(["arrest_on_notice", "arrest_national"]);
  const arrested = new Set<Draw>();
  for (const kind of spread(p.outcomes_several_per_match).map(
    (name) => KINDS[name] ?? (name as OutcomeKind),
  )) {
    const pool = chance
      .shuffled(kind === "released" ? [...cleared, ...done] : done)
      .filter(
        (draw) =>
          suits(kind, draw) && !draw.outcomes.includes(kind) && !(arrests.has(kind) && arrested.has(draw)),
      );
    const draw =
      (kind === "released"
        ? pool.find((one) => one.outcomes.length === 0 && one.fate === "not_confirmed_closed")
        : undefined) ?? pool.sort((a, b) => a.outcomes.length - b.outcomes.length)[0];
    if (!draw) continue;
    draw.outcomes.push(kind);
    if (arrests.has(kind)) arrested.add(draw);
  }
  return draws;
}

/** One traveller with two hits, four times; a late reply that reopens; a test record; a claim for protection. */
function outOfTheOrdinary(draws: Draw[]): Draw[] {
  const taken = new Set<number>();
  for (const second of draws) {
    if (taken.size === 8) break;
    const first = draws.find(
      (draw) =>
        draw.no < second.no &&
        draw.point === second.point &&
        draw.database !== second.database &&
        !taken.has(draw.no) &&
        !taken.has(second.no),
    );
    if (!first) continue;
    second.sameTravellerAs = first.no;
    taken.add(first.no).add(second.no);
  }
  const silent = draws.filter((draw) => draw.fate === "no_reply");
  if (silent[0]) silent[0].ending = "test_record_voided";
  if (silent[1]) silent[1].ending = "requesting_country_not_contacted";
  const late = draws.find((draw) => draw.fate === "confirmed_open" && draw.database !== "national");
  if (late) late.ending = "reopened";
  return draws;
}
