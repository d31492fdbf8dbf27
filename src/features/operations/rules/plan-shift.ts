import { addDays, daysBetween } from "#lib/period.ts";
import type { LocalDate } from "#lib/period.ts";
import type { Plan } from "../schema/plan.ts";

type Day = LocalDate | null;

function daysOf({ phases, deployments }: Plan): LocalDate[] {
  const days: Day[] = [
    ...phases.flatMap(({ startsOn, endsOn, countries }) => [
      startsOn,
      endsOn,
      ...countries.flatMap((own) => [own.startsOn, own.endsOn]),
    ]),
    ...deployments.flatMap(({ startsOn, endsOn, returnsFrom, returnsTo }) => [
      startsOn,
      endsOn,
      returnsFrom,
      returnsTo,
    ]),
  ];
  return days.filter((day) => day !== null).toSorted();
}

/** First and last day that the phases and deployments of a plan name; null where none has a day. */
export function spanOf(plan: Plan): { from: LocalDate; to: LocalDate } | null {
  const days = daysOf(plan);
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/** How many days everything moves so that the first day of the plan is `startsOn`. */
export function shiftTo(plan: Plan, startsOn: Day): number {
  const span = spanOf(plan);
  return span === null || startsOn === null ? 0 : daysBetween(span.from, startsOn);
}

/** The plan with every day moved by as many days; what has no day keeps having none. Lengths and gaps stay. */
export function shiftPlan(plan: Plan, days: number): Plan {
  const move = (day: Day): Day => (day === null ? null : addDays(day, days));
  const moved = <Row extends { startsOn: Day; endsOn: Day }>(row: Row): Row => ({
    ...row,
    startsOn: move(row.startsOn),
    endsOn: move(row.endsOn),
  });
  return {
    ...plan,
    phases: plan.phases.map((phase) => ({ ...moved(phase), countries: phase.countries.map(moved) })),
    deployments: plan.deployments.map((deployment) => ({
      ...moved(deployment),
      returnsFrom: move(deployment.returnsFrom),
      returnsTo: move(deployment.returnsTo),
    })),
  };
}
