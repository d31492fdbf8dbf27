import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import type { Tx } from "#server/db.ts";
import { AUDIT_ID, FOUND_BROKEN, VERIFIED } from "../rules.ts";

const head = z.strictObject({ chain: z.string(), seq: z.bigint(), hash: z.string() });

/** How far each chain has come, with the hash of its last event. */
export async function listHeads(db: Tx) {
  const rows = z.array(head).parse(await db.$queryRaw`SELECT chain, seq, hash FROM app.audit_heads()`);
  return rows.map((row) => ({ ...row, seq: row.seq.toString() }));
}

/** The heads of all chains, and when they were last walked from the first event with what was found. */
export async function getAuditState(db: Tx, _scope: Scope) {
  const last = await db.auditEvent.findFirst({
    where: { entityId: AUDIT_ID, action: { in: [VERIFIED, FOUND_BROKEN] } },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
    select: { at: true, action: true, fields: true },
  });
  const heads = await listHeads(db);
  return {
    chains: heads.map(({ chain, seq, hash }) => ({ chain, events: Number(seq), head: hash })),
    lastWalk: last && { at: last.at, whole: last.action === VERIFIED, broken: last.fields },
  };
}
