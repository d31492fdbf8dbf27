import "server-only";
import type { Tx } from "./db.ts";

export type AuditEntry = {
  entity: string;
  id: string;
  /** Country whose chain it goes to; null for the system chain. */
  country: string | null;
  operationId?: string;
  version?: number;
  /** Names of the fields that changed, never their values. */
  fields?: string[];
};

export type AuditQueue = { entries: (AuditEntry & { action: string })[]; unchanged: boolean };
export type Audited = { auditQueue: AuditQueue };

export function newAuditQueue(): AuditQueue {
  return { entries: [], unchanged: false };
}

/** Queues "noun.verbed" for this transaction; written before COMMIT, so the change and its event stand or fall together. */
export function audit(ctx: Audited, action: string, entry: AuditEntry): void {
  ctx.auditQueue.entries.push({ ...entry, action });
}

/** Says that a mutation changed nothing (the same thing sent twice), which is the only way to leave no event. */
export function auditUnchanged(ctx: Audited): void {
  ctx.auditQueue.unchanged = true;
}

/** Writes the queued events sorted by chain, so that chain heads are locked late and in one order. */
export async function flushAudit(db: Tx, actorId: string, queue: AuditQueue): Promise<void> {
  if (queue.entries.length === 0) return;
  const rows = queue.entries
    .map((entry) => ({
      chain: entry.country ?? "system",
      actor_id: actorId,
      action: entry.action,
      entity: entry.entity,
      entity_id: entry.id,
      operation_id: entry.operationId ?? null,
      version: entry.version ?? null,
      fields: [...(entry.fields ?? [])].sort(),
    }))
    .sort((a, b) => a.chain.localeCompare(b.chain));
  await db.$executeRaw`
    INSERT INTO audit_event (chain, actor_id, action, entity, entity_id, operation_id, version, fields)
    SELECT r.chain, r.actor_id, r.action, r.entity, r.entity_id, r.operation_id, r.version, r.fields
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (chain text, actor_id uuid, action text, entity text, entity_id uuid, operation_id uuid, version int, fields text[])`;
}
