import "server-only";
import { within, type Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";
import { askedOf, isOwn } from "../rules/asked.ts";
import { awaitedOf } from "../rules/awaited.ts";

const select = {
  id: true,
  reference: true,
  countryCode: true,
  operationId: true,
  deploymentId: true,
  detectedAt: true,
  localDate: true,
  channel: true,
  database: true,
  documentType: true,
  issuer: true,
  recordStatus: true,
  noticeColour: true,
  requestingAuthority: true,
  finding: true,
  interimMeasure: true,
  routeOrigin: true,
  routeTransit: true,
  routeDestination: true,
  encounterId: true,
  state: true,
  notConfirmedReason: true,
  closedReason: true,
  confirmed: true,
  hasOutcome: true,
  answeredAt: true,
  note: true,
  review: true,
  recordedAt: true,
  recordedById: true,
  validatedAt: true,
  validatedOnBehalf: true,
  version: true,
  confirmationRequest: {
    select: {
      id: true,
      askedCountry: true,
      askedAt: true,
      answer: true,
      answerReason: true,
      answeredAt: true,
      answerChannel: true,
    },
  },
  deployment: {
    select: {
      operation: { select: { codename: true, slug: true, exercise: true, handlingMark: true } },
      borderPoint: { select: { name: true, timeZone: true } },
    },
  },
  events: {
    orderBy: [{ at: "asc" }, { recordedAt: "asc" }],
    select: { id: true, step: true, at: true, channel: true, reason: true, byId: true, recordedAt: true },
  },
  remarks: {
    orderBy: { at: "asc" },
    select: { id: true, text: true, at: true, byId: true, resolvedAt: true },
  },
} satisfies Prisma.MatchSelect;

/** One match as a story: its steps, request, remarks and the other hits on the same traveller. */
export async function getMatch(db: Tx, scope: Scope, asked: { id: string; actorId: string }) {
  const row = await db.match.findFirst({ where: { AND: [{ id: asked.id }, within(scope)] }, select });
  if (!row) throw new DomainError("not_found", "not_found");
  const siblings = await db.match.findMany({
    where: { AND: [{ encounterId: row.encounterId, id: { not: row.id } }, within(scope)] },
    orderBy: { detectedAt: "asc" },
    select: { id: true, reference: true, database: true, state: true, detectedAt: true },
    take: 20,
  });
  const { deployment, events, remarks, localDate, recordedById, ...match } = row;
  const own = isOwn(row);
  const mine = <T extends { byId: string | null }>({ byId, ...rest }: T) => ({
    ...rest,
    mine: byId === asked.actorId,
  });
  return {
    ...match,
    localDate: dayOf(localDate),
    operation: deployment.operation,
    point: deployment.borderPoint,
    recordedByMe: recordedById === asked.actorId,
    own,
    asked: askedOf(row),
    awaited: awaitedOf({ ...row, own }),
    events: events.toSorted(inOrder).map(mine),
    remarks: remarks.map(mine),
    siblings,
  };
}
export type MatchStory = Awaited<ReturnType<typeof getMatch>>;

type Dated = { at: Date; recordedAt: Date; step: string };

/** As it happened; of two steps of one moment, reopening comes first. */
function inOrder(a: Dated, b: Dated): number {
  return (
    a.at.getTime() - b.at.getTime() ||
    a.recordedAt.getTime() - b.recordedAt.getTime() ||
    Number(b.step === "reopened") - Number(a.step === "reopened")
  );
}
