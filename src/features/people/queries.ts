import "server-only";
import { z } from "zod";
import { permissionsOf } from "#access/permissions.ts";
import type { Scope } from "#access/scope.ts";
import type { Client, Tx } from "#server/db.ts";
import type { Request } from "#server/procedure.ts";
import { hashToken } from "#server/session-credentials.ts";
import type { Ctx } from "#server/transaction.ts";
import { literally } from "#lib/like.ts";
import { pageOf, windowOf } from "#lib/paging.ts";
import { ABOUT_FIELDS, assignmentState, textIn, type AboutField } from "./rules.ts";
import type { PersonFilter, PersonInput } from "./schema.ts";

const ASSIGNMENT = {
  id: true,
  role: true,
  allCountries: true,
  countries: true,
  allOperations: true,
  operations: true,
  grantedById: true,
  grantedAt: true,
  approvedAt: true,
  revokedAt: true,
} as const;

type AssignmentRow = {
  allCountries: boolean;
  countries: string[];
  allOperations: boolean;
  operations: string[];
  approvedAt: Date | null;
  revokedAt: Date | null;
};

const withState = <Row extends AssignmentRow>(row: Row) => {
  const { allCountries, countries, allOperations, operations, ...rest } = row;
  return {
    ...rest,
    countries: allCountries ? ("all" as const) : countries,
    operations: allOperations ? ("all" as const) : operations,
    state: assignmentState(row),
  };
};

/** Who is signed in, what they may do and where. */
export async function getMe({ actor }: Pick<Ctx, "actor">) {
  const { id, email, name, locale, scheme, grants } = actor;
  return {
    id,
    email,
    name,
    locale,
    scheme,
    grants,
    permissions: permissionsOf(grants.map((grant) => grant.role)),
  };
}

/** The own live sessions, the latest first; `here` is the one asking. */
export async function listOwnSessions({ db, actor, now }: Pick<Ctx, "db" | "actor" | "now">) {
  const [{ id: here }] = z
    .tuple([z.strictObject({ id: z.uuid().nullable() })])
    .parse(await db.$queryRaw`SELECT auth.my_session_id() AS id`);
  const rows = await db.session.findMany({
    where: { personId: actor.id, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
    select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true, userAgent: true, address: true },
  });
  return rows.map((row) => ({ ...row, here: row.id === here }));
}

/** People with their assignments, by name. Row-level security leaves administrators everyone and others themselves. */
export async function listPeople(db: Tx, _scope: Scope, filter: PersonFilter) {
  const where = {
    kind: "human" as const,
    ...(filter.text === ""
      ? {}
      : {
          OR: [
            { name: { contains: literally(filter.text), mode: "insensitive" as const } },
            { email: { contains: literally(filter.text), mode: "insensitive" as const } },
          ],
        }),
  };
  const total = await db.person.count({ where });
  const rows = await db.person.findMany({
    where,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...windowOf(filter),
    select: {
      id: true,
      email: true,
      name: true,
      locale: true,
      disabledAt: true,
      assignments: { where: { revokedAt: null }, orderBy: { id: "asc" }, select: ASSIGNMENT },
    },
  });
  return pageOf(
    rows.map((row) => ({ ...row, assignments: row.assignments.map(withState) })),
    total,
    filter,
  );
}

/** One person with every assignment they ever had; null when there is none. */
export async function getPerson(db: Tx, _scope: Scope, { id }: PersonInput) {
  const row = await db.person.findUnique({
    where: { id, kind: "human" },
    select: {
      id: true,
      email: true,
      name: true,
      locale: true,
      disabledAt: true,
      createdAt: true,
      assignments: { orderBy: { grantedAt: "desc" }, take: 100, select: ASSIGNMENT },
    },
  });
  return row && { ...row, assignments: row.assignments.map(withState) };
}

/** Roles over all countries that wait for a second administrator, oldest first; `mine` cannot be approved by the reader. */
export async function listWaitingAssignments({ db, actor }: Pick<Ctx, "db" | "actor">) {
  const rows = await db.assignment.findMany({
    where: {
      allCountries: true,
      approvedAt: null,
      revokedAt: null,
      person: { kind: "human", disabledAt: null },
    },
    orderBy: { grantedAt: "asc" },
    take: 100,
    select: { ...ASSIGNMENT, person: { select: { id: true, name: true, email: true } } },
  });
  return rows.map((row) => ({
    ...withState(row),
    mine: row.grantedById === actor.id || row.person.id === actor.id,
  }));
}

/** Invitations that are still open. */
export async function listInvitations({ db, now }: Pick<Ctx, "db" | "now">) {
  return db.invitation.findMany({
    where: { purpose: "invitation", redeemedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    take: 100,
    select: { id: true, email: true, name: true, createdAt: true, expiresAt: true },
  });
}

const codenameRows = z.array(
  z.strictObject({ id: z.uuid(), codename: z.string(), year: z.number().int().nullable() }),
);

/** Operations to assign people to: codename and year, nothing else. */
export async function listOperationChoices(db: Tx) {
  return codenameRows.parse(await db.$queryRaw`SELECT id, codename, year FROM app.operation_codenames()`);
}

const linkRows = z
  .array(
    z.strictObject({
      purpose: z.enum(["invitation", "password"]),
      name: z.string().nullable(),
      locale: z.enum(["en", "fr", "es", "ar"]),
      expires_at: z.date(),
    }),
  )
  .max(1);

/** What a link is for, to whoever holds it; null when it is used, withdrawn, expired or was never made. */
export async function getLink({ client }: Pick<Request, "client">, { token }: { token: string }) {
  const [row] = linkRows.parse(await client.$queryRaw`SELECT * FROM auth.link(${hashToken(token)})`);
  return row ? { purpose: row.purpose, name: row.name, locale: row.locale, expiresAt: row.expires_at } : null;
}

const aboutValue = z.partialRecord(z.enum(ABOUT_FIELDS), z.record(z.string(), z.string()));
export type AboutTexts = z.output<typeof aboutValue>;

/** What this installation says about itself, in every language it was written in. */
export async function readAbout(db: Pick<Client, "setting">): Promise<AboutTexts> {
  const row = await db.setting.findUnique({ where: { key: "about" }, select: { value: true } });
  return aboutValue.catch({}).parse(row?.value ?? {});
}

/** The same for one reader: null means "not stated yet". */
export async function getAbout({ client }: Pick<Request, "client">, { locale }: { locale: string }) {
  const texts = await readAbout(client);
  return Object.fromEntries(ABOUT_FIELDS.map((field) => [field, textIn(texts[field], locale)])) as Record<
    AboutField,
    string | null
  >;
}

/** What is stated in this one language, for whoever writes it. */
export async function getAboutInLanguage(db: Tx, { locale }: { locale: string }) {
  const texts = await readAbout(db);
  return Object.fromEntries(ABOUT_FIELDS.map((field) => [field, texts[field]?.[locale] ?? ""])) as Record<
    AboutField,
    string
  >;
}
