import type { CountingBasis, CountUnit, Database, NoChecksReason } from "#generated/prisma/enums.ts";
import { chanceOf } from "./chance.ts";
import type { Meridian, PointInput } from "./input.ts";
import { tacticalDays } from "./tactical.ts";

export type Line = { database: Database; unit: CountUnit; count: number; basis: CountingBasis };
export type PointDay = { point: PointInput; day: number; noChecks: NoChecksReason | null; lines: Line[] };

const BASIS: Record<PointInput["access"], CountingBasis> = {
  find: "national_log",
  ibms: "national_log",
  mind: "device_log",
  imd: "device_log",
  web: "desk_count",
};

/** Days on which a point with traffic on some days only had none; quiet days of the parameters' 60, chosen by chance. */
const QUIET: Record<string, number> = { "KE-MBA": 15, "DZ-POR": 9, "BJ-POR": 14, "IT-GOA": 10, "PH-SOU": 12 };
const OUT_OF_ORDER: Record<string, [number, NoChecksReason][]> = {
  "KE-NMG": [
    [-12, "system_down"],
    [-11, "system_down"],
  ],
  "CO-SAL": [[-2, "system_down"]],
  "BJ-HIL": [[-6, "system_down"]],
  "CO-RUM": [[-14, "closed"]],
  "DZ-OTB": [[-17, "closed"]],
};

/** Why no checks were made on a closed day of the exercise, or null when there were some. */
export function noChecksOn(point: PointInput, day: number): NoChecksReason | null {
  const broken = OUT_OF_ORDER[point.id]?.find(([on]) => on === day);
  if (broken) return broken[1];
  const quiet = QUIET[point.id];
  if (quiet === undefined) return null;
  if (day > -1)
    return chanceOf(`quiet:${point.id}:${day}`).next() > point.share_of_days_with_traffic
      ? "no_traffic"
      : null;
  const first = point.country === "PH" ? -15 : -19;
  const days = chanceOf(`quiet:${point.id}`).shuffled(
    Array.from({ length: -first }, (_, index) => first + index),
  );
  return days.slice(0, quiet).includes(day) ? "no_traffic" : null;
}

/** The day's increments at a point; `share` of a day for one not yet over. Weekday 0 is Monday. */
export function linesOn(
  meridian: Meridian,
  point: PointInput,
  when: { day: number; weekday: number; share?: number },
): Line[] {
  const [copied, from, to] = meridian.volume_rules.copied_yesterday;
  if (point.id === copied && when.day === to)
    return linesOn(meridian, point, { day: from, weekday: (when.weekday + 6) % 7 });
  const { weekday_factor_mon_sun: factors, noise_sd, ramp_first_3_days, outlier_day } = meridian.volume_rules;
  const since = when.day - tacticalDays(meridian, point.country).from;
  const outlier = outlier_day[0] === point.id && outlier_day[1] === when.day ? outlier_day[2] : 1;
  const factor =
    (factors[point.kind]?.[when.weekday] ?? 1) *
    (ramp_first_3_days[since] ?? 1) *
    outlier *
    (when.share ?? 1);
  const basis = point.access_state === "live" ? BASIS[point.access] : "desk_count";
  const line = (database: Database, unit: CountUnit, usual: number): Line => {
    const noise = 1 + chanceOf(`volume:${point.id}:${when.day}:${database}`).noise(noise_sd);
    return { database, unit, count: Math.max(0, Math.round(usual * factor * noise)), basis };
  };
  return [
    line("sltd", "documents", point.sltd_documents),
    ...(point.nominal_searches > 0 ? [line("nominals", "searches", point.nominal_searches)] : []),
    ...(point.smv_vehicles > 0 ? [line("smv", "vehicles", point.smv_vehicles)] : []),
    ...(point.fingerprint_searches > 0 ? [line("fingerprints", "searches", point.fingerprint_searches)] : []),
  ];
}
