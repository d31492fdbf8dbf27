import "server-only";
import { auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findMatch } from "../queries/find-match.ts";
import type { RecordFinding, StartInspection } from "../schema.ts";
import { auditMatch, changeMatch, demandVersion, takeStep } from "./take-step.ts";

/** The traveller went to the second line. */
export function startSecondaryInspection(ctx: Ctx, input: StartInspection): Promise<{ id: string }> {
  return takeStep(ctx, input, { action: { do: "inspect" } });
}

/** What the second line found; on a match still at the first line it is the inspection itself. */
export async function recordFinding(ctx: Ctx, input: RecordFinding): Promise<{ id: string }> {
  const { finding, interimMeasure, ...step } = input;
  const data = { finding, ...(interimMeasure ? { interimMeasure } : {}) };
  const match = await findMatch(ctx.db, ctx.scope, step.id);
  const isSent = match.events.some((event) => event.id === step.eventId);
  if (match.state === "recorded" || isSent) return takeStep(ctx, step, { action: { do: "inspect" }, data });
  const kept = await ctx.db.match.findUniqueOrThrow({
    where: { id: match.id },
    select: { finding: true, interimMeasure: true },
  });
  if (kept.finding === finding && (interimMeasure ?? kept.interimMeasure) === kept.interimMeasure) {
    auditUnchanged(ctx);
    return { id: match.id };
  }
  demandVersion(match, step.version);
  await changeMatch(ctx, match, data);
  auditMatch(ctx, match, { action: "match.finding_recorded", fields: Object.keys(data) });
  return { id: match.id };
}
