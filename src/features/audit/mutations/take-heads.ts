import "server-only";
import { audit } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { listHeads } from "../queries/get-state.ts";
import { AUDIT_ID, HEADS_TAKEN } from "../rules.ts";

/**
 * The heads of all chains now, for an administrator to keep elsewhere: `npm run audit:verify -- --anchor <file>` reads them. Not
 * signed, because the server does not hold the key (decision 0007). That they were taken is an event.
 */
export async function takeHeads(ctx: Ctx) {
  const heads = await listHeads(ctx.db);
  audit(ctx, HEADS_TAKEN, { entity: "audit", id: AUDIT_ID, country: null });
  return { at: ctx.now.toISOString(), heads, hmac: null };
}
