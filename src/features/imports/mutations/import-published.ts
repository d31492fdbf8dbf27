import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { wordsOf } from "#server/words.ts";
import { findImported } from "../queries/find-imported.ts";
import type { Imported } from "../queries/find-imported.ts";
import { loadReference } from "../queries/load-reference.ts";
import { differingFields } from "../rules/content.ts";
import { mapOperation } from "../rules/map-operation.ts";
import type { MappedOperation } from "../rules/map-operation.ts";
import { readFile } from "../rules/read-file.ts";
import type { Problem, ReadRow } from "../rules/read-file.ts";
import { publishedRow } from "../schema.ts";
import type { ImportPublishedInput } from "../schema.ts";
import { clearImported, joinByHand, type ByHand } from "./clear-imported.ts";
import type { Job } from "./import-job.ts";
import { writeContent, writeOperations } from "./write-operations.ts";

/**
 * Imports a file of published operations, all or nothing. The same id and content is skipped; other content is
 * refused with the names of its fields unless `replace` asks for a new version. `kept` counts figures that people entered
 * or revised by hand: they stand beside what the file says, for somebody to look at.
 */
export async function importPublished(
  ctx: Ctx,
  input: ImportPublishedInput,
): Promise<{ added: number; replaced: number; skipped: number; kept: number }> {
  demandAll(ctx);
  const reference = await loadReference(ctx.db, ctx.scope);
  const { rows, problems } = readFile(input.content, reference.countryOf);
  const say = sayingTo(ctx);
  refuse("invalid", "import.refused", problems.map(say));
  const known = await findImported(
    ctx.db,
    ctx.scope,
    rows.map(({ row }) => row.id),
  );
  const jobs = rows.flatMap((read) =>
    jobOf(read, known.get(read.row.id) ?? null, mapOperation(read.row, reference)),
  );
  if (!input.replace) refuse("conflict", "import.other_content", jobs.flatMap(differencesOf).map(say));

  const [replaced, added] = [jobs.filter(({ before }) => before), jobs.filter(({ before }) => !before)];
  const byHand = new Map<Job, ByHand>();
  for (const job of replaced) byHand.set(job, await clearImported(ctx, job));
  await writeOperations(ctx, added);
  await writeContent(ctx, jobs);
  for (const [job, figures] of byHand) await joinByHand(ctx, job, figures);
  for (const { mapped, before, written, version } of jobs)
    audit(ctx, before ? "operation.replaced" : "operation.imported", {
      entity: "operation",
      id: mapped.id,
      country: null,
      operationId: mapped.id,
      version,
      ...(before && { fields: topFieldsOf(before.content, written) }),
    });
  if (jobs.length === 0) auditUnchanged(ctx);
  const kept = [...byHand.values()].reduce((sum, figures) => sum + figures.length, 0);
  return { added: added.length, replaced: replaced.length, skipped: rows.length - jobs.length, kept };
}

/** An import may name any country, so it is for those who plan for all of them. */
function demandAll({ scope }: Ctx): void {
  const all = scope.grants.some((grant) => grant.countries === "all" && grant.operations === "all");
  if (!all) throw new DomainError("forbidden", "import.for_all_countries");
}

function jobOf({ written }: ReadRow, before: Imported | null, mapped: MappedOperation): Job[] {
  if (before?.importHash === mapped.importHash) return [];
  if (!before) return [{ mapped, written, before, version: 1 }];
  return [{ mapped: { ...mapped, id: before.id }, written, before, version: before.version + 1 }];
}

function differencesOf({ mapped, before, written }: Job): Problem[] {
  if (!before) return [];
  const [old, now] = [publishedRow.safeParse(before.content), publishedRow.parse(written)];
  const fields = differingFields(old.success ? old.data : before.content, now);
  return fields.map((field) => ({ operation: mapped.importId, field, reason: "differs" }));
}

function topFieldsOf(before: unknown, after: unknown): string[] {
  return [...new Set(differingFields(before, after).map((field) => field.replace(/\..*$/, "")))];
}

const SAID = 20;

/** Names what is wrong, operation and field first; the list is cut after some lines, the count is not. */
function refuse(kind: "invalid" | "conflict", reason: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  throw new DomainError(kind, reason, {
    values: { count: lines.length, list: lines.slice(0, SAID).join("\n") },
  });
}

/** One problem in the reader's language; what stands in the file, and where, is said as it is written there. */
function sayingTo({ actor }: Ctx): (problem: Problem) => string {
  const { say } = wordsOf(actor);
  return ({ operation, field, reason, detail = "" }) =>
    `${operation} · ${field} · ${say(`errors.import.why.${reason}`, { detail })}`;
}
