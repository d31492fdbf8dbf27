import "server-only";
import { withinOperations } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { DomainError } from "#lib/errors.ts";
import { literally } from "#lib/like.ts";
import { pageOf, windowOf } from "#lib/paging.ts";
import type { Tx } from "#server/db.ts";
import type { ProgrammeFilter, ProgrammeInput } from "../schema/programme.ts";
import { mayPlan } from "./may-plan.ts";

const content = {
  id: true,
  code: true,
  name: true,
  objective: true,
  donor: true,
  crimeAreas: true,
  topics: true,
  databases: true,
  systems: true,
  sectors: true,
  version: true,
} as const satisfies Prisma.ProgrammeSelect;

/** How many operations of one world the reader finds under a programme. */
const counted = (scope: Scope, exercise: boolean) => ({
  select: { operations: { where: { operation: { AND: [withinOperations(scope), { exercise }] } } } },
});

/** Programmes by short name. All operations share them: who plans reads all of them, and is told whether to open more. */
export async function listProgrammes(db: Tx, scope: Scope, filter: ProgrammeFilter) {
  const contains = { contains: literally(filter.text.trim()), mode: "insensitive" as const };
  const where: Prisma.ProgrammeWhereInput =
    filter.text.trim() === "" ? {} : { OR: [{ code: contains }, { name: contains }, { donor: contains }] };
  const total = await db.programme.count({ where });
  const rows = await db.programme.findMany({
    where,
    select: { id: true, code: true, name: true, donor: true, _count: counted(scope, filter.exercise) },
    orderBy: [{ code: "asc" }, { id: "asc" }],
    ...windowOf(filter),
  });
  const counts = rows.map(({ _count, ...row }) => ({ ...row, operations: _count.operations }));
  return { ...pageOf(counts, total, filter), mayOpen: mayPlan(scope) };
}

/** One programme as it stands, and whether the reader revises it; throws `not_found`. */
export async function getProgramme(db: Tx, scope: Scope, { id, exercise }: ProgrammeInput) {
  const found = await db.programme.findUnique({
    where: { id },
    select: { ...content, _count: counted(scope, exercise) },
  });
  if (!found) throw new DomainError("not_found", "not_found");
  const { _count, ...programme } = found;
  return { ...programme, operations: _count.operations, mayRevise: mayPlan(scope) };
}
