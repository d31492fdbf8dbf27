import "server-only";
import type { Ctx } from "#server/procedure.ts";
import type { FiguresInput } from "../schema.ts";
import { figureSelect, laidOutFigure } from "./figure-rows.ts";
import { demandReadable } from "./find-operation.ts";

/** What no longer stands, newest first: versions that were revised, and figures that were withdrawn (nothing supersedes those). */
export async function listEarlierFigures({ db, scope, actor }: Ctx, { operationId }: FiguresInput) {
  await demandReadable(db, scope, operationId);
  const rows = await db.figure.findMany({
    where: { operationId, supersededAt: { not: null } },
    select: figureSelect,
    orderBy: [{ supersededAt: "desc" }, { id: "asc" }],
    take: 500,
  });
  return rows.map((row) => laidOutFigure(row, actor.id));
}
