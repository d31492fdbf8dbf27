import "server-only";
import { permissionsOf } from "#access/permissions.ts";
import { narrowed, withinOperations } from "#access/scope.ts";
import type { Permission } from "#access/permissions.ts";
import type { Ctx } from "#server/procedure.ts";
import { listResultQueries } from "#features/outcomes/queries/list-result-queries.ts";
import { listAttendanceQueries } from "#features/training/queries/list-attendance-queries.ts";
import { listConfirmations } from "#features/matches/queries/list-confirmations.ts";
import { listAwaitedMatches } from "#features/matches/queries/list-matches.ts";
import { listInvitations, listWaitingAssignments } from "#features/people/queries.ts";
import { listMyQueries } from "#features/returns/queries/list-my-queries.ts";
import { listOwedInWorld } from "#features/returns/queries/list-owed-returns.ts";
import { getOpen } from "#features/summary/queries/get-open.ts";
import { countUnreviewed } from "./queries/count-unreviewed.ts";
import { countWaiting } from "./rules.ts";
import type { TodayInput } from "./schema.ts";

/** What the reader may do under one permission; null when they do not hold it. */
const scopeFor = (ctx: Ctx, permission: Permission) => narrowed(ctx.actor.grants, permission);

const FEW = 8;

/** What waits for the reader in one world, role by role; a part is null for those whose role has none of it. */
export async function getToday(ctx: Ctx, { exercise }: TodayInput) {
  const roles = [...new Set(ctx.actor.grants.map(({ role }) => role))];
  const filing = await getFiling(ctx, exercise);
  const asked = await getAsked(ctx, exercise);
  const matches = await getMatches(ctx, exercise);
  const review = await getReview(ctx, exercise);
  return {
    asOf: ctx.now,
    name: ctx.actor.name,
    roles,
    permissions: permissionsOf(roles),
    filing,
    asked,
    matches,
    review,
    questions: await getQuestions(ctx, exercise),
    awaiting: await getAwaiting(ctx, exercise),
    unreviewed: await getUnreviewed(ctx, exercise),
    operations: await getOperations(ctx, exercise),
    administration: await getAdministration(ctx),
    /** How many things wait in the other world, so that nobody overlooks it. */
    elsewhere: (await countToday(ctx, { exercise: !exercise })).today,
  };
}

/** Numbers for the navigation: what waits behind each item in this world. */
export async function countToday(ctx: Ctx, { exercise }: TodayInput) {
  const filing = await getFiling(ctx, exercise);
  const asked = await getAsked(ctx, exercise);
  const matches = await getMatches(ctx, exercise);
  const review = await getReview(ctx, exercise);
  const questions = await getQuestions(ctx, exercise);
  const unreviewed = await getUnreviewed(ctx, exercise);
  const administration = await getAdministration(ctx);
  return countWaiting({ filing, asked, matches, review, questions, unreviewed, administration });
}

/** Points that owe returns, and questions of the reviewer nobody answered. */
async function getFiling(ctx: Ctx, exercise: boolean) {
  const scope = scopeFor(ctx, "return:file");
  if (scope === null) return null;
  const owed = await listOwedInWorld(ctx.db, scope, { now: ctx.now, exercise });
  const queries = await listMyQueries(ctx.db, scope, { exercise });
  const owing = owed.filter(({ missing }) => missing.length > 0);
  return {
    points: owed.length,
    owing: owing.toSorted((a, b) => (a.dueAt ?? ctx.now).getTime() - (b.dueAt ?? ctx.now).getTime()),
    todayOpen: owed.filter(({ missing, todayFiled }) => missing.length === 0 && !todayFiled),
    queries,
  };
}

/** What reviewers ask on results and attendance of the reader's country, unanswered. */
async function getQuestions(ctx: Ctx, exercise: boolean) {
  const scope = scopeFor(ctx, "outcome:record");
  if (scope === null) return null;
  return {
    results: await listResultQueries(ctx.db, scope, { exercise }),
    attendance: await listAttendanceQueries(ctx.db, scope, { exercise }),
  };
}

/** What was asked and nobody answered yet: for reviewers of their own country, for programme managers all in reach. */
async function getAwaiting(ctx: Ctx, exercise: boolean) {
  const scope = scopeFor(ctx, "outcome:validate") ?? scopeFor(ctx, "figure:write");
  if (scope === null) return null;
  return {
    queries: await listMyQueries(ctx.db, scope, { exercise }),
    results: await listResultQueries(ctx.db, scope, { exercise }),
    attendance: await listAttendanceQueries(ctx.db, scope, { exercise }),
  };
}

/** Confirmations that other countries ask of the reader's. */
async function getAsked(ctx: Ctx, exercise: boolean) {
  const scope = scopeFor(ctx, "confirmation:answer");
  if (scope === null) return null;
  const { rows, total } = await listConfirmations(ctx.db, scope, {
    exercise,
    answered: false,
    page: 1,
    size: 25,
  });
  return { rows: rows.slice(0, FEW), total };
}

async function getMatches(ctx: Ctx, exercise: boolean) {
  const scope = scopeFor(ctx, "match:read");
  if (scope === null) return null;
  const { rows, ...counts } = await listAwaitedMatches(ctx.db, scope, { exercise });
  const since = (row: (typeof rows)[number]) => (row.since ?? row.detectedAt).getTime();
  return { ...counts, rows: rows.toSorted((a, b) => since(a) - since(b)) };
}

/** Returns to review, queried ones and missing ones: for reviewers their own, for programme managers all in reach. */
async function getReview(ctx: Ctx, exercise: boolean) {
  const validates = scopeFor(ctx, "return:validate");
  const manages = scopeFor(ctx, "figure:write");
  const scope = validates ?? manages;
  if (scope === null) return null;
  const open = await getOpen({ ...ctx, scope }, { exercise });
  return open && { ...open, mine: validates !== null };
}

/** Results and attendance nobody has validated yet: for reviewers their own, for programme managers all in reach. */
async function getUnreviewed(ctx: Ctx, exercise: boolean) {
  const validates = scopeFor(ctx, "outcome:validate");
  const scope = validates ?? scopeFor(ctx, "figure:write");
  if (scope === null) return null;
  return { counts: await countUnreviewed(ctx.db, scope, { exercise }), mine: validates !== null };
}

/** Operations at work within the reach of managers and observers. */
async function getOperations(ctx: Ctx, exercise: boolean) {
  const held = ctx.actor.grants.filter(({ role }) => role === "programme_manager" || role === "observer");
  if (held.length === 0) return null;
  const named = held.flatMap(({ operations }) => (operations === "all" ? [] : [...operations]));
  const everywhere = held.some(({ operations }) => operations === "all");
  return ctx.db.operation.findMany({
    where: {
      AND: [
        withinOperations(ctx.scope),
        { exercise },
        everywhere ? { state: { in: ["planned", "live", "follow_up"] } } : { id: { in: named } },
      ],
    },
    select: { id: true, slug: true, codename: true, year: true, state: true, exercise: true },
    orderBy: [{ state: "asc" }, { codename: "asc" }],
    take: 20,
  });
}

async function getAdministration(ctx: Ctx) {
  if (scopeFor(ctx, "assignment:approve") === null) return null;
  const invitations = await listInvitations(ctx);
  const waiting = await listWaitingAssignments(ctx);
  return {
    invitations: invitations.slice(0, FEW),
    invitationsOpen: invitations.length,
    waiting: waiting.slice(0, FEW),
    waitingForMe: waiting.filter(({ mine }) => !mine).length,
  };
}

/** How many operations are at work within reach, in the real world and in the exercise: a reader who has none of the one is led to the other. */
export async function countWorlds(ctx: Ctx) {
  const scope = scopeFor(ctx, "operation:read");
  if (scope === null) return { real: 0, exercise: 0 };
  const atWork = (exercise: boolean) =>
    ctx.db.operation.count({
      where: {
        AND: [withinOperations(scope), { exercise, state: { in: ["planned", "live", "follow_up"] } }],
      },
    });
  return { real: await atWork(false), exercise: await atWork(true) };
}
