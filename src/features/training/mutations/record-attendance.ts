import "server-only";
import { within } from "#access/scope.ts";
import { DomainError } from "#lib/errors.ts";
import { receiptOf } from "#lib/receipt.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findSession, type FoundSession } from "../queries/find-session.ts";
import { COUNTED, latestToday, whyNotCounts } from "../rules.ts";
import type { AttendanceRowInput, RecordAttendance } from "../schema.ts";
import { entityOf } from "./plan-session.ts";

/** `receipt` is what the officer keeps; `recorded` how many rows were new. */
type Recorded = { id: string; receipt: string; recorded: number };

/**
 * Records who came to a session, by organisation; a row that corrects another supersedes it with a reason. Rows sent before are
 * skipped, so that the whole sheet can be sent again.
 */
export async function recordAttendance(ctx: Ctx, input: RecordAttendance): Promise<Recorded> {
  const made = { id: input.id, receipt: receiptOf(input.id) };
  const session = await findSession(ctx.db, ctx.scope, input.sessionId);
  const fresh: AttendanceRowInput[] = [];
  for (const row of input.rows) if (!(await isReplay(ctx, session, row))) fresh.push(row);
  if (fresh.length === 0) {
    auditUnchanged(ctx);
    return { ...made, recorded: 0 };
  }
  demandRecordable(session, fresh, ctx.now);
  await demandOrganisations(ctx, fresh);
  if (fresh.some(({ supersedesId }) => supersedesId !== null) && input.reason === null)
    throw new DomainError("invalid", "attendance.reason_needed");
  for (const row of fresh) await supersede(ctx, session, row);
  await ctx.db.attendance.createMany({
    data: fresh.map((row) => ({
      ...row,
      sessionId: session.id,
      countryCode: session.countryCode,
      reason: row.supersedesId === null ? null : input.reason,
      recordedById: ctx.actor.id,
      recordedAt: ctx.now,
    })),
  });
  const of = entityOf(session);
  for (const row of fresh)
    audit(ctx, row.supersedesId === null ? "attendance.recorded" : "attendance.corrected", {
      ...of,
      entity: "attendance",
      id: row.id,
      version: 1,
    });
  audit(ctx, "training.attendance_recorded", of);
  return { ...made, recorded: fresh.length };
}

/** Whether this very row is here already; the same id with anything else is unusable. */
async function isReplay(ctx: Ctx, session: FoundSession, row: AttendanceRowInput): Promise<boolean> {
  const kept = await ctx.db.attendance.findFirst({
    where: { AND: [{ id: row.id }, within(ctx.scope)] },
    select: {
      sessionId: true,
      organisationId: true,
      invited: true,
      attended: true,
      certified: true,
      women: true,
      supersedesId: true,
      recordedById: true,
    },
  });
  if (!kept) return false;
  const same =
    kept.sessionId === session.id &&
    kept.recordedById === ctx.actor.id &&
    kept.organisationId === row.organisationId &&
    kept.supersedesId === row.supersedesId &&
    COUNTED.every((name) => kept[name] === row[name]);
  if (!same) throw new DomainError("unusable", "id.not_usable");
  return true;
}

function demandRecordable(session: FoundSession, rows: readonly AttendanceRowInput[], now: Date): void {
  if (session.state === "cancelled") throw new DomainError("conflict", "training.cancelled");
  const begun = session.startsOn <= latestToday(now);
  const organisations = new Set<string>();
  for (const row of rows) {
    const why = whyNotCounts(row);
    if (why !== null) throw new DomainError("invalid", why);
    if (row.attended !== null && !begun) throw new DomainError("conflict", "training.not_begun");
    if (organisations.has(row.organisationId)) throw new DomainError("invalid", "attendance.twice");
    organisations.add(row.organisationId);
  }
}

async function demandOrganisations(ctx: Ctx, rows: readonly AttendanceRowInput[]): Promise<void> {
  const ids = rows.map(({ organisationId }) => organisationId);
  const found = await ctx.db.organisation.count({ where: { id: { in: ids } } });
  if (found !== ids.length) throw new DomainError("invalid", "training.part_not_found");
}

/** What stood stands no longer, if it still did: of two corrections of one row, one is told. */
async function supersede(ctx: Ctx, session: FoundSession, row: AttendanceRowInput): Promise<void> {
  if (row.supersedesId === null) return;
  const { count } = await ctx.db.attendance.updateMany({
    where: {
      AND: [
        within(ctx.scope),
        {
          id: row.supersedesId,
          sessionId: session.id,
          organisationId: row.organisationId,
          supersededAt: null,
        },
      ],
    },
    data: { supersededAt: ctx.now, version: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("conflict", "attendance.superseded");
}
