import "server-only";
import { z } from "zod";
import { DomainError } from "#lib/errors.ts";
import { audit } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { AUDIT_ID, FOUND_BROKEN, isWhole, VERIFIED } from "../rules.ts";
import type { Walked } from "../rules.ts";

/** Below the limit of the transaction; at 100,000 events a second more than a million events. */
const MOST_MS = 15_000;

const row = z.strictObject({
  chain: z.string(),
  events: z.bigint(),
  first_bad: z.bigint().nullable(),
  head_agrees: z.boolean(),
});

/**
 * Walks every chain from its first event. One walk at a time in the whole database (`conflict` otherwise), for at most fifteen
 * seconds; longer trails are walked by `npm run audit:verify`. That it was done, and which chains were broken, is an event.
 */
export async function verifyChains(ctx: Ctx): Promise<{ at: Date; chains: Walked[] }> {
  const chains = await walk(ctx);
  const broken = chains.filter((one) => !isWhole(one)).map(({ chain }) => chain);
  const action = broken.length === 0 ? VERIFIED : FOUND_BROKEN;
  audit(ctx, action, { entity: "audit", id: AUDIT_ID, country: null, fields: broken });
  return { at: ctx.now, chains };
}

async function walk({ db }: Ctx): Promise<Walked[]> {
  await db.$queryRaw`SELECT set_config('statement_timeout', ${String(MOST_MS)}, true)`;
  const rows = await db.$queryRaw<
    unknown[]
  >`SELECT chain, events, first_bad, head_agrees FROM app.audit_state()`.catch((error: unknown) => {
    if (String(error).includes("statement timeout")) throw new DomainError("conflict", "audit.walk_too_long");
    if (String(error).includes("audit.walk_under_way"))
      throw new DomainError("conflict", "audit.walk_under_way");
    throw error;
  });
  return z
    .array(row)
    .parse(rows)
    .map(({ chain, events, first_bad, head_agrees }) => ({
      chain,
      events: Number(events),
      firstBad: first_bad === null ? null : Number(first_bad),
      headAgrees: head_agrees,
    }));
}
