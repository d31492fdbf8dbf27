import "server-only";
import { DomainError } from "#lib/errors.ts";
import { auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findMatch } from "../queries/find-match.ts";
import type { AmendMatch } from "../schema.ts";
import { findEncounter } from "./record-match.ts";
import { auditMatch, changeMatch, demandVersion } from "./take-step.ts";

const ASKED = [
  "database",
  "documentType",
  "issuer",
  "recordStatus",
  "noticeColour",
  "requestingAuthority",
] as const;
const DETAILS = [
  "channel",
  "finding",
  "interimMeasure",
  "routeOrigin",
  "routeTransit",
  "routeDestination",
  "note",
  "encounterId",
] as const;
const select = Object.fromEntries([...ASKED, ...DETAILS].map((field) => [field, true])) as Record<
  (typeof ASKED)[number] | (typeof DETAILS)[number],
  true
>;

/** Adds the details that follow later. What another country was asked stays as it was asked. */
export async function amendMatch(ctx: Ctx, input: AmendMatch): Promise<{ id: string }> {
  const match = await findMatch(ctx.db, ctx.scope, input.id);
  const now = await ctx.db.match.findUniqueOrThrow({ where: { id: match.id }, select });
  const { id, version, sameTravellerAs, ...given } = input;
  const encounterId = sameTravellerAs
    ? await findEncounter(ctx, { matchId: sameTravellerAs, countryCode: match.countryCode })
    : now.encounterId;
  const wanted = { ...given, encounterId };
  const changed = [...ASKED, ...DETAILS].filter((field) => wanted[field] !== now[field]);
  if (changed.length === 0) {
    auditUnchanged(ctx);
    return { id };
  }
  demandVersion(match, version);
  const asked = match.events.some((event) => event.step === "confirmation_requested");
  if (asked && changed.some((field) => (ASKED as readonly string[]).includes(field)))
    throw new DomainError("conflict", "match.request_is_out");
  await changeMatch(ctx, match, wanted);
  auditMatch(ctx, match, { action: "match.amended", fields: changed });
  return { id };
}
