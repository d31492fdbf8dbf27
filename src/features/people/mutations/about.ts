import "server-only";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/transaction.ts";
import { readAbout } from "../queries.ts";
import { ABOUT_FIELDS, ABOUT_ID } from "../rules.ts";
import type { AboutInput } from "../schema.ts";

/** What this installation says about itself, in one language; the other languages stay. */
export async function stateAbout(ctx: Ctx, { locale, texts }: AboutInput): Promise<{ id: string }> {
  const before = await readAbout(ctx.db);
  const changed = ABOUT_FIELDS.filter((field) => (before[field]?.[locale] ?? "") !== texts[field]);
  if (changed.length === 0) {
    auditUnchanged(ctx);
    return { id: ABOUT_ID };
  }
  const value = Object.fromEntries(
    ABOUT_FIELDS.map((field) => [field, { ...before[field], [locale]: texts[field] }]),
  );
  await ctx.db.setting.upsert({
    where: { key: "about" },
    create: { key: "about", value },
    update: { value },
    select: { key: true },
  });
  const fields = changed.map((field) => `${field}.${locale}`);
  audit(ctx, "about.stated", { entity: "setting", id: ABOUT_ID, country: null, fields });
  return { id: ABOUT_ID };
}
