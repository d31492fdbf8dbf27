import "server-only";
import { withinOperations } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { columnOf } from "#lib/calendar-day.ts";
import { literally } from "#lib/like.ts";
import type { OperationChoice } from "../schema.ts";

/** The chosen operations within reach. A period never hides an operation whose days nobody knows. */
export function whereOperations(scope: Scope, choice: OperationChoice): Prisma.OperationWhereInput {
  const { text, programme, country, state, from, to, exercise } = choice;
  const contains = { contains: literally(text ?? ""), mode: "insensitive" as const };
  const undated = { startsOn: null };
  const all: Prisma.OperationWhereInput[] = [withinOperations(scope), { exercise }];
  if (text)
    all.push({
      OR: [
        { codename: contains },
        { series: contains },
        { slug: contains },
        { programmes: { some: { label: contains } } },
      ],
    });
  if (programme) all.push({ programmes: { some: { programme: { code: programme } } } });
  if (country) all.push({ participations: { some: { countryCode: country } } });
  if (state) all.push({ state });
  if (from) all.push({ OR: [undated, { endsOn: { gte: columnOf(from) } }] });
  if (to) all.push({ OR: [undated, { startsOn: { lte: columnOf(to) } }] });
  return { AND: all };
}

/** Days that are only known roughly: no phase has a day, and a published date says how far it is known. */
export const ROUGH_DATE = {
  where: { phaseId: null },
  select: { precision: true, inferred: true, wording: true, earliest: true, latest: true },
  take: 1,
} as const;
