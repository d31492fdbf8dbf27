import "server-only";
import { within, withinOperations, type Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { columnOf } from "#lib/calendar-day.ts";
import type { TrainingChoice } from "../schema.ts";

/** What every reading of a session says of its plan. */
export const PLANNED = {
  id: true,
  operationId: true,
  countryCode: true,
  title: true,
  place: true,
  startsOn: true,
  endsOn: true,
  delivery: true,
  topics: true,
  seats: true,
  state: true,
} as const satisfies Prisma.TrainingSessionSelect;

/** Sessions one may read: those in reach, and the plan of operations one may read; never of an operation that is hidden. */
export function withinPlan(scope: Scope): Prisma.TrainingSessionWhereInput {
  const own = within(scope).OR;
  const reached = own ? [{ OR: [...own, { operation: withinOperations(scope) }] }] : [];
  return { AND: [...reached, { OR: [{ operationId: null }, { operation: { slug: { not: "" } } }] }] };
}

/** What was chosen, in the reader's world. A session without an operation is a real one; attendance is chosen by as far as it is reached. */
export function whereChosen(scope: Scope, choice: TrainingChoice): Prisma.TrainingSessionWhereInput {
  const { operation, country, state, topic, review, from, to, exercise } = choice;
  const all: Prisma.TrainingSessionWhereInput[] = [
    exercise
      ? { operation: { exercise: true } }
      : { OR: [{ operationId: null }, { operation: { exercise: false } }] },
  ];
  if (operation) all.push({ operationId: operation });
  if (country) all.push({ countryCode: country });
  if (state) all.push({ state });
  if (topic) all.push({ topics: { has: topic } });
  if (review)
    all.push({
      state: "held",
      attendances: { some: { AND: [within(scope), { supersededAt: null, review }] } },
    });
  if (from) all.push({ endsOn: { gte: columnOf(from) } });
  if (to) all.push({ startsOn: { lte: columnOf(to) } });
  return { AND: all };
}
