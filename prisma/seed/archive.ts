import { readFileSync } from "node:fs";
import { importPublished } from "#features/imports/mutations/import-published.ts";
import { auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import type { Stage } from "./actors.ts";
import { seedClaims } from "./archive/claims.ts";
import { seedNews } from "./archive/news.ts";
import { seedPoints } from "./archive/points.ts";
import { describeProgrammes } from "./archive/programmes.ts";
import { IMPORT_PERSON_ID } from "./ids.ts";

/**
 * The archive: 52 published operations, their rival claims, the news and the programmes of the two documents, written
 * through the front door as Import. May run any number of times: what is already there stays.
 */
export async function seedArchive(stage: Stage): Promise<{ added: number; skipped: number }> {
  const act = await stage.actAs(IMPORT_PERSON_ID);
  const content = readFileSync(new URL("../data/published-operations.json", import.meta.url), "utf8");
  // The operations are placed at these points while they are imported.
  await act("operation:import", seedPoints, undefined);
  const { added, skipped } = await act("operation:import", importMissing, content);
  await act("operation:import", describeProgrammes, undefined);
  await act("figure:write", seedClaims, content);
  await act("figure:write", seedNews, undefined);
  return { added, skipped };
}

/** Operations that a person replaced since keep their newer version: only those that are missing are added. */
async function importMissing(ctx: Ctx, content: string): Promise<{ added: number; skipped: number }> {
  const file = JSON.parse(content) as { operations: { id: string }[] };
  const known = await ctx.db.operation.findMany({
    where: { importId: { in: file.operations.map(({ id }) => id) } },
    select: { importId: true },
  });
  const here = new Set(known.map(({ importId }) => importId));
  const missing = file.operations.filter(({ id }) => !here.has(id));
  if (missing.length === 0) auditUnchanged(ctx);
  else await importPublished(ctx, { content: JSON.stringify({ operations: missing }), replace: false });
  return { added: missing.length, skipped: here.size };
}
