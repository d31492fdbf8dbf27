import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import type { ResultKind } from "../rules.ts";
import type { OneResult } from "../schema/kinds.ts";
import { FACT_COLUMNS, factRow, factsFrom, TABLES, type Fact } from "./result-facts.ts";

/** One result, standing or not; throws `not_found` outside the scope. */
export async function findResult(db: Tx, scope: Scope, { kind, id }: OneResult): Promise<Fact> {
  const [row] = await readFacts(db, scope, { kind, ids: [id] });
  if (!row) throw new DomainError("not_found", "not_found");
  return row;
}

export async function readFacts(
  db: Tx,
  scope: Scope,
  { kind, ids }: { kind: ResultKind; ids: readonly string[] },
): Promise<Fact[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`SELECT ${FACT_COLUMNS} ${factsFrom(kind)}
    WHERE f.id = ANY (${[...ids]}::uuid[]) AND ${withinSql(scope, "f")} ORDER BY f.recorded_at, f.id`);
  return z.array(factRow).parse(rows);
}

const idRow = z.strictObject({ id: z.uuid() });

/** Ids of every version of a result: those it corrected and those that corrected it. */
export async function versionsOf(db: Tx, { kind, id }: OneResult): Promise<string[]> {
  const table = Prisma.raw(`"${TABLES[kind]}"`);
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    WITH RECURSIVE earlier AS (
      SELECT t.id, t.supersedes_id FROM ${table} t WHERE t.id = ${id}::uuid
      UNION SELECT t.id, t.supersedes_id FROM ${table} t JOIN earlier e ON t.id = e.supersedes_id
    ), later AS (
      SELECT t.id FROM ${table} t WHERE t.id = ${id}::uuid
      UNION SELECT t.id FROM ${table} t JOIN later l ON t.supersedes_id = l.id
    ) SELECT id FROM earlier UNION SELECT id FROM later`);
  return z
    .array(idRow)
    .parse(rows)
    .map((row) => row.id);
}
