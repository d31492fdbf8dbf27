import { queryLines } from "#features/returns/mutations/query-lines.ts";
import { fileReturn } from "#features/returns/mutations/file-return.ts";
import { supersedeReturn } from "#features/returns/mutations/supersede-return.ts";
import { validatePointDay } from "#features/returns/mutations/validate-point-day.ts";
import { DomainError } from "#lib/errors.ts";
import { isDayOver, operationalDayOf } from "#lib/period.ts";
import type { Stage } from "../actors.ts";
import { personId } from "../ids.ts";
import { dayEnd, minutesAfter, notAfter, ruleOf, type Calendar } from "./calendar.ts";
import { chanceOf, idOf } from "./chance.ts";
import type { Meridian, PointInput } from "./input.ts";
import { linesOn, noChecksOn } from "./volumes.ts";

export type Shift = { stage: Stage; meridian: Meridian; calendar: Calendar; point: PointInput };
type OnDay = Shift & { day: number; matches: number; completed?: boolean };

/** What the exercise leaves undone on purpose, by the day number of its first day: pictures that are too clean are not believed. */
const STILL_ON_A_DEVICE = new Set(["KE-NMG:-1", "MR-DIA:-1", "CO-RUM:-1", "PH-CEB:-1"]);
const MISSING = new Set(["BJ-HIL:-2"]);
const QUERIED: Record<string, string> = {
  "RW-KGL:-3": "Le double d’un jour habituel : un vol charter ? Merci de confirmer le chiffre.",
  "MR-ROS:-8": "نفس أرقام اليوم السابق بالضبط. يرجى التحقق.",
  "KE-NMG:-3": "The vehicle count is lower than the gate register. Please compare.",
  "DZ-ALG:-2": "العدد أقل من سجل الجوازات لهذا اليوم. هل الوردية الليلية محسوبة؟",
  "CO-BOG:-2": "¿Se incluyó el turno de la noche?",
  "PH-MNL:-2": "Terminal 3 seems to be missing. Please check.",
};
const CORRECTED_BEFORE = new Set([
  "KE-NBO:-10",
  "IT-FCO:-8",
  "PH-MNL:-6",
  "CO-BOG:-12",
  "DZ-ALG:-7",
  "BJ-COO:-5",
]);
const CORRECTED_AFTER = new Set(["IT-MXP:-13", "MR-NKC:-15"]);
const BY_COORDINATION: Record<string, string> = {
  "BJ-POR": "by coordination, from NCB Cotonou, by phone",
  "MR-DIA": "by coordination, from NCB Nouakchott, by phone",
};
const COORDINATED = new Set([
  "BJ-POR:-7",
  "BJ-POR:-5",
  "BJ-POR:-4",
  "BJ-POR:-3",
  "BJ-POR:-8",
  "MR-DIA:-4",
  "MR-DIA:-5",
]);
const INTERIM_TODAY = new Set([
  "RW-KGL",
  "DZ-ALG",
  "BJ-COO",
  "IT-FCO",
  "IT-MXP",
  "PH-MNL",
  "PH-CEB",
  "CO-BOG",
  "MR-NKC",
]);

const keyOf = ({ point, day }: OnDay) => `${point.id}:${day}`;

function contentOf(
  { meridian, calendar, point, day, matches }: OnDay,
  version: "first" | "last",
  share?: number,
) {
  const reason = noChecksOn(point, day);
  if (reason !== null && matches === 0) return { kind: "no_checks" as const, reason };
  const factor = version === "first" ? 0.86 : 1;
  const lines = linesOn(meridian, point, {
    day,
    weekday: calendar.weekdayOf(day),
    share: (share ?? 1) * factor,
  });
  return {
    kind: "checks" as const,
    matchesStated: matches,
    lines: lines.map((line) => ({
      ...line,
      id: idOf(`line:${point.id}:${day}:${line.database}:${version}${share === undefined ? "" : ":interim"}`),
      direction: null,
    })),
  };
}

/** Files what the point owes for one day, if the day is over; a second seed finds it filed and leaves it alone. */
export async function fileDay(on: OnDay): Promise<"filed" | "interim" | "left"> {
  const { calendar, point, day } = on;
  const date = calendar.dateOf(day);
  const key = keyOf(on);
  if (MISSING.has(key) || STILL_ON_A_DEVICE.has(key)) return "left";
  if (!isDayOver(date, ruleOf(point), calendar.now)) return fileInterim(on);
  const chance = chanceOf(`filed:${key}`);
  const at = notAfter(minutesAfter(dayEnd(date, point), chance.between(15, 600)), calendar.now, 2);
  const corrected = CORRECTED_BEFORE.has(key) || CORRECTED_AFTER.has(key);
  const filed = await file(on, {
    at,
    content: contentOf(on, corrected ? "first" : "last"),
    name: `return:${key}`,
  });
  if (filed && CORRECTED_BEFORE.has(key)) await correct(on, minutesAfter(at, 25));
  return filed ? "filed" : "left";
}

async function fileInterim(on: OnDay): Promise<"interim" | "left"> {
  const { calendar, point, day } = on;
  const rule = ruleOf(point);
  if (!INTERIM_TODAY.has(point.id) || operationalDayOf(calendar.now, rule) !== calendar.dateOf(day))
    return "left";
  const share = 1 - (dayEnd(calendar.dateOf(day), point).getTime() - calendar.now.getTime()) / 86_400_000;
  if (share < 0.08) return "left";
  const filed = await file(on, {
    at: minutesAfter(calendar.now, -1),
    content: contentOf(on, "last", share),
    name: `return:${keyOf(on)}:interim`,
  });
  return filed ? "interim" : "left";
}

/** An interim return that the exercise filed itself gives way to the whole day's once the day is over. */
export async function completeDay(on: OnDay, standingId: string): Promise<"filed" | "left"> {
  const date = on.calendar.dateOf(on.day);
  const own = standingId === idOf(`return:${keyOf(on)}:interim`);
  if (!own || !isDayOver(date, ruleOf(on.point), on.calendar.now)) return "left";
  await correct(on, minutesAfter(dayEnd(date, on.point), 90), {
    supersedesId: standingId,
    reason: "The day is over",
  });
  return "filed";
}

type Filing = { at: Date; content: ReturnType<typeof contentOf>; name: string };

async function file(on: OnDay, { at, content, name }: Filing): Promise<boolean> {
  const { stage, calendar, point, day } = on;
  const coordinated = COORDINATED.has(keyOf(on));
  const act = await stage.actAs(personId(coordinated ? "coordination" : liaisonOf(point)), at);
  try {
    await act("return:file", fileReturn, {
      id: idOf(name),
      deploymentId: idOf(`deployment:${point.id}`),
      localDate: calendar.dateOf(day),
      content,
      note: "",
      onBehalf: coordinated ? BY_COORDINATION[point.id]! : null,
      offline: point.kind !== "airport" && chanceOf(`offline:${point.id}:${day}`).next() < 0.12,
    });
    return true;
  } catch (error) {
    if (error instanceof DomainError && (error.kind === "conflict" || error.kind === "unusable"))
      return false;
    throw error;
  }
}

const NIGHT_SHIFT = "Night shift added from the desk register";

async function correct(
  on: OnDay,
  at: Date,
  { supersedesId = idOf(`return:${keyOf(on)}`), reason = NIGHT_SHIFT } = {},
): Promise<void> {
  const act = await on.stage.actAs(personId(liaisonOf(on.point)), notAfter(at, on.calendar.now, 1));
  const key = keyOf(on);
  await act("return:file", supersedeReturn, {
    id: idOf(`return:${key}:corrected`),
    supersedesId,
    reason,
    content: contentOf(on, "last"),
    note: "",
    onBehalf: null,
    offline: false,
  });
}

/** The day's return, its lines, its matches and what came of them, validated together or queried. */
export async function reviewDay(on: OnDay): Promise<"validated" | "queried" | "left"> {
  const { stage, calendar, point, day } = on;
  const key = keyOf(on);
  const late = day >= calendar.today - 2 && key !== "KE-NBO:-2";
  const query = QUERIED[key];
  if (late && !query) return "left";
  const end = dayEnd(calendar.dateOf(day), point);
  const at = notAfter(minutesAfter(end, 700 + chanceOf(`reviewed:${key}`).between(20, 900)), calendar.now, 1);
  const headquarters = point.country === "MR" && day % 3 === 0;
  const act = await stage.actAs(
    personId(headquarters ? "reviewer" : `reviewer.${point.country.toLowerCase()}`),
    at,
  );
  const corrected = CORRECTED_BEFORE.has(key) || on.completed;
  const returnId = idOf(`return:${key}${corrected ? ":corrected" : ""}`);
  if (query) {
    await act("return:validate", queryLines, {
      returnId,
      remarks: [{ id: idOf(`remark:${key}`), lineId: null, matchId: null, text: query }],
    });
    return "queried";
  }
  await act("return:validate", validatePointDay, {
    deploymentId: idOf(`deployment:${point.id}`),
    localDate: calendar.dateOf(day),
    returnId,
    seenAt: null,
  });
  if (CORRECTED_AFTER.has(key)) {
    await correct(on, minutesAfter(at, 300));
    const again = await stage.actAs(
      personId(`reviewer.${point.country.toLowerCase()}`),
      notAfter(minutesAfter(at, 700), calendar.now, 1),
    );
    await again("return:validate", validatePointDay, {
      deploymentId: idOf(`deployment:${point.id}`),
      localDate: calendar.dateOf(day),
      returnId: idOf(`return:${key}:corrected`),
      seenAt: null,
    });
  }
  return "validated";
}

export const liaisonOf = (point: { country: string }): string => `liaison.${point.country.toLowerCase()}`;
