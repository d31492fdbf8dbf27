import "server-only";
import type { Ctx } from "#server/procedure.ts";

/** The reader's own kept views, by page and name. */
export async function listViews({ db, actor }: Ctx) {
  return db.savedView.findMany({
    where: { personId: actor.id },
    select: { id: true, page: true, name: true, search: true },
    orderBy: [{ page: "asc" }, { name: "asc" }],
    take: 300,
  });
}
