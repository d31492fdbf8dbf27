import "server-only";
import { within, type Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { tellApart } from "#lib/edition.ts";
import { pageOf, windowOf } from "#lib/paging.ts";
import type { Tx } from "#server/db.ts";
import { askedOf, isOwn } from "../rules/asked.ts";
import { awaitedOf, QUEUES } from "../rules/awaited.ts";
import { matchFilter, type MatchFilter } from "../schema.ts";
import { listIdsBySince } from "./order-by-since.ts";

const select = {
  id: true,
  reference: true,
  countryCode: true,
  detectedAt: true,
  localDate: true,
  recordedAt: true,
  database: true,
  documentType: true,
  issuer: true,
  recordStatus: true,
  noticeColour: true,
  requestingAuthority: true,
  state: true,
  notConfirmedReason: true,
  closedReason: true,
  answeredAt: true,
  hasOutcome: true,
  review: true,
  deployment: {
    select: {
      operation: { select: { codename: true, slug: true, exercise: true } },
      borderPoint: { select: { name: true, timeZone: true } },
    },
  },
  events: {
    where: { step: { not: "outcome_recorded" } },
    orderBy: { at: "desc" },
    select: { step: true, at: true },
  },
} as const satisfies Prisma.MatchSelect;

type Narrowed = Omit<MatchFilter, "page" | "size">;
/** On the server a page may be as long as a file. */
type Paged = Narrowed & { page: number; size: number };
type Found = Prisma.MatchGetPayload<{ select: typeof select }>;

/** Matches within the reach of this call, one page, with what each waits for, from whom and since when. */
export async function listMatches(db: Tx, scope: Scope, filter: Paged) {
  const where = { AND: [within(scope), whereOf(filter)] };
  const rows = filter.sort.endsWith("since")
    ? await findInOrder(db, await listIdsBySince(db, scope, filter))
    : await db.match.findMany({ where, select, orderBy: orderOf(filter.sort), ...windowOf(filter) });
  const total = await countMatches(db, scope, filter);
  return pageOf(rows.map(laidOut), total, filter);
}
export type MatchRow = Awaited<ReturnType<typeof listMatches>>["rows"][number];

/** How many matches the filter has on all its pages. */
export function countMatches(db: Tx, scope: Scope, filter: Narrowed): Promise<number> {
  return db.match.count({ where: { AND: [within(scope), whereOf(filter)] } });
}

/** Matches that wait, for the day's page, the longest first and at most ten; how many wait for us, how many for a reply. */
export async function listAwaitedMatches(db: Tx, scope: Scope, { exercise }: { exercise: boolean }) {
  const of = (states: readonly Found["state"][]): Prisma.MatchWhereInput => ({
    AND: [within(scope), { state: { in: [...states] }, deployment: { operation: { exercise } } }],
  });
  const first = await listIdsBySince(db, scope, matchFilter.parse({ exercise }));
  const rows = await findInOrder(db, first.slice(0, 10));
  const ours = await db.match.count({ where: of(QUEUES.ours) });
  const reply = await db.match.count({ where: of(QUEUES.reply) });
  return { rows: rows.map(laidOut), ours, reply };
}

/** The rows of these ids in their order; ids come from a query of the same scope. */
async function findInOrder(db: Tx, ids: string[]): Promise<Found[]> {
  const rows = await db.match.findMany({ where: { id: { in: ids } }, select });
  const order = new Map(ids.map((id, index) => [id, index]));
  return rows.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

function whereOf(filter: Narrowed): Prisma.MatchWhereInput {
  const states = filter.state ? [filter.state] : [...QUEUES[filter.queue]];
  const days = {
    ...(filter.from ? { gte: new Date(filter.from) } : {}),
    ...(filter.to ? { lte: new Date(filter.to) } : {}),
  };
  return {
    state: { in: states },
    localDate: days,
    deployment: {
      operation: { exercise: filter.exercise, ...(filter.operation ? { slug: filter.operation } : {}) },
    },
    ...(filter.country ? { countryCode: filter.country } : {}),
    ...(filter.database ? { database: filter.database } : {}),
  };
}

function orderOf(sort: MatchFilter["sort"]): Prisma.MatchOrderByWithRelationInput[] {
  const order = sort.startsWith("-") ? "desc" : "asc";
  const last = { id: order } as const;
  switch (sort.replace(/^-/, "")) {
    case "reference":
      return [{ countryCode: order }, { reference: order }, last];
    case "detectedAt":
      return [{ detectedAt: order }, last];
    case "state":
      return [{ state: order }, { detectedAt: "asc" }, last];
    case "country":
      return [{ countryCode: order }, { detectedAt: "asc" }, last];
    default:
      return [last];
  }
}

function laidOut({ deployment, events, localDate, ...row }: Found) {
  const own = isOwn(row);
  const awaited = awaitedOf({ ...row, own });
  return {
    ...row,
    localDate: dayOf(localDate),
    operation: deployment.operation,
    point: deployment.borderPoint,
    own,
    asked: askedOf(row),
    awaited,
    since: awaited === null ? null : (events.find(({ step }) => step !== "recorded")?.at ?? row.detectedAt),
  };
}

/** What the list can be narrowed by: operations and countries that have matches within reach. */
export async function listFacets(db: Tx, scope: Scope, { exercise }: { exercise: boolean }) {
  const rows = await db.match.findMany({
    where: { AND: [within(scope), { deployment: { operation: { exercise } } }] },
    distinct: ["operationId", "countryCode"],
    select: {
      countryCode: true,
      deployment: {
        select: { operation: { select: { slug: true, codename: true, edition: true, year: true } } },
      },
    },
  });
  const nameOf = tellApart(rows.map(({ deployment }) => deployment.operation));
  const operations = new Map(
    rows.map(({ deployment: { operation } }) => [operation.slug, nameOf(operation)]),
  );
  return {
    countries: [...new Set(rows.map((row) => row.countryCode))].toSorted(),
    operations: [...operations].map(([slug, codename]) => ({ slug, codename })),
  };
}
