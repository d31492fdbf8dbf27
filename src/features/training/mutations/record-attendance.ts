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
  const sent = await sentBefore(ctx, session, input.rows);
  const fresh = input.rows.filter(({ id }) => !sent.has(id));
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

/** Ids of the rows that are here already; the same id with anything else is unusable. */
async function sentBefore(
  ctx: Ctx,
  session: FoundSession,
  rows: readonly AttendanceRowInput[],
): Promise<ReadonlySet<string>> {
  const found = await ctx.db.attendance.findMany({
    where: { AND: [{ id: { in: rows.map(({ id }) => id) } }, within(ctx.scope)] },
    select: {
      id: true,
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
  const kept = new Map(found.map((row) => [row.id, row]));
  const isSame = (row: AttendanceRowInput, { sessionId, recordedById, ...there }: (typeof found)[number]) =>
    sessionId === session.id &&
    recordedById === ctx.actor.id &&
    there.organisationId === row.organisationId &&
    there.supersedesId === row.supersedesId &&
    COUNTED.every((name) => there[name] === row[name]);
  for (const row of rows) {
    const there = kept.get(row.id);
    if (there && !isSame(row, there)) throw new DomainError("unusable", "id.not_usable");
  }
  return new Set(kept.keys());
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
