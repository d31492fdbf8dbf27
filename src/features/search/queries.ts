import "server-only";
import { narrowed, within, withinOperations, type Scope } from "#access/scope.ts";
import type { Permission } from "#access/permissions.ts";
import { wherePoints } from "#features/points/queries/where-points.ts";
import { pointChoice } from "#features/points/schema.ts";
import { whereChosen, withinPlan } from "#features/training/queries/where-sessions.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { editionAside } from "#lib/edition.ts";
import { literally } from "#lib/like.ts";
import type { Ctx } from "#server/procedure.ts";
import type { FindInput, Hit } from "./schema.ts";

/** As many of one kind as a list under the search field can show. */
const MOST = 6;

type Ask = {
  db: Ctx["db"];
  scope: Scope;
  text: string;
  contains: { contains: string; mode: "insensitive" };
  exercise: boolean;
};

/** What the reader may read and whose name, codename or reference holds the text; each kind under its own permission. */
export async function findAnything({ db, actor }: Ctx, { text, exercise }: FindInput): Promise<Hit[]> {
  const contains = { contains: literally(text), mode: "insensitive" as const };
  const found: Hit[] = [];
  const ask = async (permission: Permission, look: (ask: Ask) => Promise<Hit[]>) => {
    const scope = narrowed(actor.grants, permission);
    if (scope) found.push(...(await look({ db, scope, text, contains, exercise })));
  };
  await ask("operation:read", findOperations);
  await ask("match:read", findMatches);
  await ask("point:read", findPoints);
  await ask("training:read", findTraining);
  await ask("organisation:write", findOrganisations);
  await ask("person:read", findPeople);
  return found;
}

async function findOperations({ db, scope, contains, exercise }: Ask): Promise<Hit[]> {
  const rows = await db.operation.findMany({
    where: {
      AND: [
        withinOperations(scope),
        { exercise },
        { OR: [{ codename: contains }, { series: contains }, { slug: contains }] },
      ],
    },
    select: { id: true, slug: true, codename: true, edition: true, year: true },
    orderBy: [{ startsOn: { sort: "desc", nulls: "last" } }, { codename: "asc" }],
    take: MOST,
  });
  return rows.map(({ id, slug, ...named }) => ({
    kind: "operation",
    id,
    href: `/operations/${slug}`,
    name: named.codename,
    detail: editionAside(named).join(" · ") || null,
    on: null,
    country: null,
  }));
}

async function findMatches({ db, scope, contains, exercise }: Ask): Promise<Hit[]> {
  const rows = await db.match.findMany({
    where: {
      AND: [within(scope), { reference: contains, deployment: { operation: { exercise } } }],
    },
    select: { id: true, reference: true, countryCode: true, localDate: true },
    orderBy: { detectedAt: "desc" },
    take: MOST,
  });
  return rows.map(({ id, reference, countryCode, localDate }) => ({
    kind: "match",
    id,
    href: `/matches/${id}`,
    name: reference,
    detail: null,
    on: dayOf(localDate),
    country: countryCode,
  }));
}

/** Border points as their list shows them. */
async function findPoints({ db, scope, text, exercise }: Ask): Promise<Hit[]> {
  const rows = await db.borderPoint.findMany({
    where: wherePoints(scope, pointChoice.parse({ text, exercise })),
    select: { id: true, name: true, iata: true, unlocode: true, countryCode: true },
    orderBy: { name: "asc" },
    take: MOST,
  });
  return rows.map(({ id, name, iata, unlocode, countryCode }) => ({
    kind: "point",
    id,
    href: `/points/${id}`,
    name,
    detail: iata ?? unlocode,
    on: null,
    country: countryCode,
  }));
}

async function findTraining({ db, scope, contains, exercise }: Ask): Promise<Hit[]> {
  const rows = await db.trainingSession.findMany({
    where: {
      AND: [
        withinPlan(scope),
        whereChosen(scope, { exercise }),
        { OR: [{ title: contains }, { place: contains }] },
      ],
    },
    select: { id: true, title: true, startsOn: true, countryCode: true },
    orderBy: { startsOn: "desc" },
    take: MOST,
  });
  return rows.map(({ id, title, startsOn, countryCode }) => ({
    kind: "training",
    id,
    href: `/training/${id}`,
    name: title,
    detail: null,
    on: dayOf(startsOn),
    country: countryCode,
  }));
}

async function findOrganisations({ db, contains }: Ask): Promise<Hit[]> {
  const rows = await db.organisation.findMany({
    where: { retiredAt: null, OR: [{ name: contains }, { acronym: contains }] },
    select: { id: true, name: true, acronym: true, countryCode: true },
    orderBy: { name: "asc" },
    take: MOST,
  });
  return rows.map(({ id, name, acronym, countryCode }) => ({
    kind: "organisation",
    id,
    href: `/settings/organisations/${id}`,
    name,
    detail: acronym,
    on: null,
    country: countryCode,
  }));
}

async function findPeople({ db, contains }: Ask): Promise<Hit[]> {
  const rows = await db.person.findMany({
    where: { OR: [{ name: contains }, { email: contains }] },
    select: { id: true, name: true, email: true },
    orderBy: { name: "asc" },
    take: MOST,
  });
  return rows.map(({ id, name, email }) => ({
    kind: "person",
    id,
    href: `/settings/people/${id}`,
    name,
    detail: email,
    on: null,
    country: null,
  }));
}
