import "server-only";
import { countriesOf, keeping, type Scope } from "#access/scope.ts";
import { pageOf, windowOf } from "#lib/paging.ts";
import type { Tx } from "#server/db.ts";
import type { ConfirmationFilter } from "../schema.ts";

/** Requests put to my countries. A posting to single operations does not reach them: a request tells no operation. */
export function askedOfMe(scope: Scope): { askedCountry?: { in: string[] } } {
  const countries = countriesOf(keeping(scope, ({ operations }) => operations === "all"));
  return countries === "all" ? {} : { askedCountry: { in: countries } };
}

const select = {
  id: true,
  reference: true,
  askingCountry: true,
  askedCountry: true,
  exercise: true,
  database: true,
  documentType: true,
  recordStatus: true,
  noticeColour: true,
  askedAt: true,
  answer: true,
  answerReason: true,
  answeredAt: true,
  answerChannel: true,
} as const;

/** What other countries ask of mine: the request alone, nothing else of the match. */
export async function listConfirmations(db: Tx, scope: Scope, filter: ConfirmationFilter) {
  const where = {
    AND: [askedOfMe(scope), { exercise: filter.exercise, answer: filter.answered ? { not: null } : null }],
  };
  const rows = await db.confirmationRequest.findMany({
    where,
    select,
    orderBy: filter.answered ? [{ answeredAt: "desc" }, { id: "asc" }] : [{ askedAt: "asc" }, { id: "asc" }],
    ...windowOf(filter),
  });
  return pageOf(rows, await db.confirmationRequest.count({ where }), filter);
}
export type ConfirmationRow = Awaited<ReturnType<typeof listConfirmations>>["rows"][number];

/** How many requests wait for an answer of my countries. */
export function countConfirmationsAskedOfMe(db: Tx, scope: Scope, { exercise }: { exercise: boolean }) {
  return db.confirmationRequest.count({ where: { AND: [askedOfMe(scope), { exercise, answer: null }] } });
}
