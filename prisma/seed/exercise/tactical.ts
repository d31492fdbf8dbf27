import type { Database } from "#generated/prisma/enums.ts";
import type { Meridian, PointInput } from "./input.ts";

/** Databases a point searches, from its daily volumes: TDAWN runs with every SLTD search, notices with every name. */
export function databasesAt(point: PointInput): Database[] {
  return [
    ...(point.sltd_documents > 0 ? (["sltd", "tdawn"] as const) : []),
    ...(point.nominal_searches > 0 ? (["nominals", "notices"] as const) : []),
    ...(point.smv_vehicles > 0 ? (["smv"] as const) : []),
    ...(point.fingerprint_searches > 0 ? (["fingerprints"] as const) : []),
  ];
}

/** First and last tactical day of a country, as day numbers. */
export function tacticalDays(meridian: Meridian, country: string): { from: number; to: number } {
  const own = meridian.phase_overrides.find(([code, phase]) => code === country && phase === "tactical");
  const common = meridian.phases.find(([kind]) => kind === "tactical")!;
  return own ? { from: own[2], to: own[3] } : { from: common[1], to: common[2] };
}
