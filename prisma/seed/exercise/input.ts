import { readFileSync } from "node:fs";
import { z } from "zod";

/** Rows of the parameter file are arrays under named columns; here they get their names back. */
function named(cols: readonly string[], rows: readonly unknown[][]): Record<string, unknown>[] {
  return rows.map((row) => Object.fromEntries(cols.map((col, index) => [col, row[index]])));
}

const day = z.int().nullable();
const pointRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["airport", "seaport", "land_crossing", "rail", "river", "hotspot"]),
  country: z.string().length(2),
  facing_country: z.string().nullable(),
  iata: z.string().nullable(),
  unlocode: z.string().nullable(),
  lat: z.number(),
  lon: z.number(),
  tz: z.string(),
  coord_source: z.string(),
  access: z.enum(["find", "mind", "imd", "ibms", "web"]),
  access_state: z.enum(["requested", "approved", "installed", "tested", "live", "suspended", "withdrawn"]),
  live_since_day: day,
  trained_in_session: day,
  shifts: z.string(),
  operational_day_starts: z.string(),
  travellers: z.number(),
  sltd_documents: z.number(),
  nominal_searches: z.number(),
  smv_vehicles: z.number(),
  fingerprint_searches: z.number(),
  share_of_days_with_traffic: z.number(),
  baseline_sltd_per_day: z.number(),
  matches: z.int(),
});
export type PointInput = z.infer<typeof pointRow>;

const sessionRow = z.object({
  no: z.int(),
  country: z.string(),
  place: z.string(),
  days_from: z.int(),
  days_to: z.int(),
  delivery: z.enum(["in_class", "exercise", "online", "train_the_trainer"]),
  languages: z.string(),
  topics: z.array(z.string()),
  seats: z.int(),
  invited: z.int().nullable(),
  attended: z.int().nullable(),
  women: z.int().nullable(),
  certified: z.int().nullable(),
  pre_mean: z.number().nullable(),
  pre_n: z.int(),
  post_mean: z.number().nullable(),
  post_n: z.int(),
  reaction_mean_of_5: z.number().nullable(),
  reaction_n: z.int(),
  state: z.enum(["planned", "held", "cancelled"]),
});
export type SessionInput = z.infer<typeof sessionRow>;

const file = z.object({
  operation: z.object({
    codename: z.string(),
    series: z.string(),
    lead: z.string(),
    coordination: z.string(),
    mark: z.string(),
    crime_areas: z.array(z.string()),
    objective: z.string(),
    retention_day: z.int(),
  }),
  phases: z.array(z.tuple([z.string(), z.int(), z.int()])),
  phase_overrides: z.array(z.tuple([z.string(), z.string(), z.int(), z.int()])),
  countries: z.array(z.tuple([z.string(), z.string(), z.string(), z.array(z.string())])),
  points: z.object({ cols: z.array(z.string()), rows: z.array(z.array(z.unknown())) }),
  volume_rules: z.object({
    weekday_factor_mon_sun: z.record(z.string(), z.array(z.number())),
    noise_sd: z.number(),
    ramp_first_3_days: z.array(z.number()),
    outlier_day: z.tuple([z.string(), z.int(), z.number(), z.string()]),
    copied_yesterday: z.tuple([z.string(), z.int(), z.int()]),
  }),
  training: z.object({ cols: z.array(z.string()), rows: z.array(z.array(z.unknown())) }),
  matches: z.record(z.string(), z.unknown()),
  seizures: z.array(z.tuple([z.string(), z.number(), z.string()])),
  predecessor: z.object({
    codename: z.string(),
    tactical: z.tuple([z.int(), z.int()]),
    points: z.array(z.string()),
    checks_travellers: z.int(),
    note: z.string(),
    legacy_sltd_by_month_1_to_12: z.record(z.string(), z.array(z.int().nullable())),
  }),
});

/** The parameters of Exercise Meridian, checked; day numbers count from the exercise's own day 0. */
export function readMeridian() {
  const read = file.parse(
    JSON.parse(readFileSync(new URL("../../data/meridian.json", import.meta.url), "utf8")),
  );
  return {
    ...read,
    points: named(read.points.cols, read.points.rows).map((row) => pointRow.parse(row)),
    training: named(read.training.cols, read.training.rows).map((row) => sessionRow.parse(row)),
  };
}
export type Meridian = ReturnType<typeof readMeridian>;
