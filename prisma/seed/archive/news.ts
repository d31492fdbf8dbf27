import { readFileSync } from "node:fs";
import { z } from "zod";
import { derivedId } from "#features/imports/rules/content.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";

const newsFile = z.strictObject({
  source: z.string(),
  items: z.array(
    z.strictObject({
      publishedOn: z.iso.date(),
      language: z.enum(["en", "fr", "es", "ar"]),
      headline: z.string().min(1),
      operation: z.string().optional(),
    }),
  ),
});

/** The headlines of the seed document, in their own language, beside their operation where it is one of the archive. */
export async function seedNews(ctx: Ctx): Promise<void> {
  const text = readFileSync(new URL("../../data/news.json", import.meta.url), "utf8");
  const { items } = newsFile.parse(JSON.parse(text));
  const operations = await ctx.db.operation.findMany({
    where: { importId: { in: items.flatMap(({ operation }) => operation ?? []) } },
    select: { id: true, importId: true },
  });
  const ids = new Map(operations.map(({ id, importId }) => [importId, id]));
  const rows = items.map(({ operation, publishedOn, ...item }) => ({
    id: derivedId("news", publishedOn, item.headline),
    operationId: operation === undefined ? null : (ids.get(operation) ?? null),
    publishedOn: new Date(`${publishedOn}T00:00:00Z`),
    ...item,
  }));
  const known = await ctx.db.newsItem.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: { id: true },
  });
  const here = new Set(known.map(({ id }) => id));
  const missing = rows.filter(({ id }) => !here.has(id));
  if (missing.length === 0) return auditUnchanged(ctx);
  await ctx.db.newsItem.createMany({ data: missing });
  for (const { id, operationId } of missing)
    audit(ctx, "news.added", { entity: "news_item", id, country: null, ...(operationId && { operationId }) });
}
