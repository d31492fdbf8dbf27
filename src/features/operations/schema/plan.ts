import { z } from "zod";
import {
  CountingBasis,
  OperationState,
  OrganisationRole,
  ParticipationRole,
  PhaseKind,
  Visibility,
} from "#generated/prisma/enums.ts";
import { isCountryCode } from "#lib/country.ts";
import { isClockTime } from "#lib/period.ts";
import { planIssues } from "../rules/plan-issues.ts";

const EARLIEST = "1900-01-01";
const LATEST = "2199-12-31";

/** What a field takes: as it is sent, or as it may stand half typed in a draft. */
type Kinds = {
  line: (most: number) => z.ZodType<string, string>;
  text: (most: number) => z.ZodType<string | null, string | null>;
  whole: (from: number, to: number) => z.ZodType<number | null, number | null>;
  day: z.ZodType<string | null, string | null>;
  clock: z.ZodType<string, string>;
};

const SENT: Kinds = {
  line: (most) => z.string().trim().min(1).max(most),
  text: (most) =>
    z
      .string()
      .trim()
      .max(most)
      .nullable()
      .transform((written) => (written === "" ? null : written)),
  whole: (from, to) => z.int().min(from).max(to).nullable(),
  day: z.iso
    .date()
    .refine((day) => day >= EARLIEST && day <= LATEST, { params: { reason: "day_out_of_range" } })
    .nullable(),
  clock: z.string().refine(isClockTime, { params: { reason: "invalid_format" } }),
};

const TYPED: Kinds = {
  line: () => z.string().max(10_000),
  text: () => z.string().max(10_000).nullable(),
  whole: () => z.number().nullable(),
  day: z.string().max(20).nullable(),
  clock: z.string().max(20),
};

const country = z.string().refine(isCountryCode);
const version = z.int().min(1).max(1_000_000);

const planShape = ({ line, text, whole, day, clock }: Kinds) => {
  const days = { startsOn: day, endsOn: day };
  return {
    codename: line(200),
    series: text(100),
    edition: whole(1, 999),
    year: whole(1900, 2199),
    objective: text(4000),
    handlingMark: line(60),
    visibility: z.enum(Visibility),
    parentId: z.uuid().nullable(),
    countingBasis: z.enum(CountingBasis).nullable(),
    crimeAreas: z.array(line(100)).max(30),
    retentionOn: day,
    programmes: z.array(z.strictObject({ programmeId: z.uuid(), label: line(400) })).max(30),
    phases: z
      .array(
        z.strictObject({
          id: z.uuid(),
          kind: z.enum(PhaseKind).nullable(),
          label: text(300),
          ...days,
          note: text(2000),
          countries: z.array(z.strictObject({ countryCode: country, ...days })).max(250),
        }),
      )
      .max(100),
    participations: z
      .array(
        z.strictObject({
          countryCode: country,
          role: z.enum(ParticipationRole),
          state: z.enum(OperationState),
          focalLiaison: text(200),
        }),
      )
      .max(250),
    deployments: z
      .array(
        z.strictObject({
          id: z.uuid(),
          borderPointId: z.uuid(),
          ...days,
          dayStartsAt: clock,
          shifts: text(200),
          returnsFrom: day,
          returnsTo: day,
        }),
      )
      .max(1000),
    organisations: z
      .array(z.strictObject({ organisationId: z.uuid(), role: z.enum(OrganisationRole), note: text(500) }))
      .max(200),
  };
};

/** Everything a programme manager plans of one operation: one aggregate under one version. */
export const plan = z.strictObject(planShape(SENT)).superRefine((sent, ctx) => {
  for (const { path, reason } of planIssues(sent))
    ctx.addIssue({ code: "custom", path, params: { reason }, input: sent });
});
export type Plan = z.output<typeof plan>;
export type PlanPhase = Plan["phases"][number];
export type PlanDeployment = Plan["deployments"][number];
export type PlanParticipation = Plan["participations"][number];

const typedPlan = z.strictObject(planShape(TYPED));
/** A plan half typed on a device: what it began from, at which version, and what stands in the form. */
export const planDraft = z.strictObject({
  version: z.int(),
  id: z.uuid(),
  exercise: z.boolean(),
  base: typedPlan.nullable(),
  plan: typedPlan,
});
export type PlanDraft = z.output<typeof planDraft>;

const reason = SENT.text(1000);

export const openOperationInput = z
  .strictObject({ id: z.uuid(), exercise: z.boolean(), plan })
  .refine((sent) => sent.plan.year !== null, { path: ["plan", "year"], params: { reason: "year_needed" } });
export type OpenOperation = z.output<typeof openOperationInput>;

export const reviseOperationInput = z.strictObject({ id: z.uuid(), version, plan, reason });
export type ReviseOperation = z.output<typeof reviseOperationInput>;

export const changeStateInput = z.strictObject({
  id: z.uuid(),
  version,
  to: z.enum(OperationState),
  reason,
  /** Countries that stay where they are: one late country does not hold up the others. */
  heldBack: z.array(country).max(250).default([]),
});
export type ChangeState = z.output<typeof changeStateInput>;

export const cloneOperationInput = z.strictObject({
  id: z.uuid(),
  sourceId: z.uuid(),
  codename: SENT.line(200),
  series: SENT.text(100),
  edition: SENT.whole(1, 999),
  year: z.int().min(1900).max(2199),
  exercise: z.boolean(),
  /** The day on which the clone begins; every date moves with it. Null where the plan has no date. */
  startsOn: SENT.day,
});
export type CloneOperation = z.output<typeof cloneOperationInput>;
