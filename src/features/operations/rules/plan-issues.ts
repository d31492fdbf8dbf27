import type { LocalDate } from "#lib/period.ts";

type Days = { startsOn: LocalDate | null; endsOn: LocalDate | null };
type Checked = {
  programmes: readonly { programmeId: string }[];
  phases: readonly (Days & {
    id: string;
    kind: string | null;
    label: string | null;
    countries: readonly (Days & { countryCode: string })[];
  })[];
  participations: readonly { countryCode: string }[];
  deployments: readonly (Days & {
    id: string;
    borderPointId: string;
    returnsFrom: LocalDate | null;
    returnsTo: LocalDate | null;
  })[];
  organisations: readonly { organisationId: string; role: string }[];
};
export type PlanIssue = { path: (string | number)[]; reason: string };

/** What does not fit together in a plan, each at the field to mend. */
export function planIssues(plan: Checked): PlanIssue[] {
  return [
    ...phaseIssues(plan),
    ...deploymentIssues(plan),
    ...twice(plan.programmes, at("programmes", "programmeId"), ({ programmeId }) => programmeId),
    ...twice(plan.participations, at("participations", "countryCode"), ({ countryCode }) => countryCode),
    ...twice(plan.organisations, at("organisations", "role"), (one) => `${one.organisationId}|${one.role}`),
  ];
}

function phaseIssues({ phases, participations }: Checked): PlanIssue[] {
  const taking = new Set(participations.map(({ countryCode }) => countryCode));
  const one = phases.flatMap((phase, at): PlanIssue[] => {
    const path = ["phases", at];
    return [
      ...(phase.kind === null && phase.label === null
        ? [{ path: [...path, "label"], reason: "phase_needs_a_name" }]
        : []),
      ...backwards(phase, path),
      ...phase.countries.flatMap((own, place) => backwards(own, [...path, "countries", place])),
      ...phase.countries.flatMap(({ countryCode }, place) =>
        taking.has(countryCode)
          ? []
          : [{ path: [...path, "countries", place, "countryCode"], reason: "country_takes_no_part" }],
      ),
      ...twice(
        phase.countries,
        { path: [...path, "countries"], field: "countryCode" },
        ({ countryCode }) => countryCode,
      ),
    ];
  });
  return [...one, ...twice(phases, at("phases", "label"), ({ id }) => id)];
}

function deploymentIssues({ deployments }: Checked): PlanIssue[] {
  const days = deployments.flatMap((deployment, at): PlanIssue[] => {
    const path = ["deployments", at];
    const { returnsFrom, returnsTo } = deployment;
    return [
      ...backwards(deployment, path),
      ...(returnsFrom !== null && returnsTo !== null && returnsTo < returnsFrom
        ? [{ path: [...path, "returnsTo"], reason: "ends_before_it_starts" }]
        : []),
      ...(returnsFrom === null && returnsTo !== null
        ? [{ path: [...path, "returnsFrom"], reason: "returns_need_a_first_day" }]
        : []),
    ];
  });
  return [
    ...days,
    ...twice(deployments, at("deployments", "borderPointId"), ({ borderPointId }) => borderPointId),
    ...twice(deployments, at("deployments", "borderPointId"), ({ id }) => id),
  ];
}

function backwards({ startsOn, endsOn }: Days, path: (string | number)[]): PlanIssue[] {
  if (endsOn === null) return [];
  if (startsOn === null) return [{ path: [...path, "startsOn"], reason: "end_needs_a_start" }];
  return endsOn < startsOn ? [{ path: [...path, "endsOn"], reason: "ends_before_it_starts" }] : [];
}

const at = (list: string, field: string): Place => ({ path: [list], field });

type Place = { path: (string | number)[]; field: string };

function twice<Row>(rows: readonly Row[], { path, field }: Place, keyOf: (row: Row) => string): PlanIssue[] {
  const seen = new Set<string>();
  return rows.flatMap((row, at) => {
    const key = keyOf(row);
    if (seen.has(key)) return [{ path: [...path, at, field], reason: "named_twice" }];
    seen.add(key);
    return [];
  });
}
