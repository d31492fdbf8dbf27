import "server-only";
import { countriesOf, demand } from "#access/scope.ts";
import type { Scope } from "#access/scope.ts";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findAlike, getOrganisation } from "./queries.ts";
import { ORGANISATION_FIELDS } from "./rules.ts";
import type {
  AddOrganisation,
  OrganisationContent,
  RestoreOrganisation,
  RetireOrganisation,
  ReviseOrganisation,
} from "./schema.ts";

/** Adds an organisation that forms offer from now on; one that sounds like another is added only when asked again. */
export async function addOrganisation(
  ctx: Ctx,
  { id, anyway, ...content }: AddOrganisation,
): Promise<{ id: string }> {
  demandPlace(ctx.scope, content.countryCode);
  const there = await ctx.db.organisation.findUnique({ where: { id }, select: selectContent });
  if (there) {
    if (changed(there, content).length > 0) throw new DomainError("unusable", "id.not_usable");
    auditUnchanged(ctx);
    return { id };
  }
  await demandNew(ctx, { id, anyway, ...content });
  await ctx.db.organisation.create({ data: { id, ...content }, select: { id: true } });
  audit(ctx, "organisation.added", { ...entryOf(id, content), fields: [...ORGANISATION_FIELDS], version: 1 });
  return { id };
}

/** Changes what is said of an organisation; both its old and its new country must be within reach. */
export async function reviseOrganisation(
  ctx: Ctx,
  { id, version, anyway, ...content }: ReviseOrganisation,
): Promise<{ id: string }> {
  const before = await getOrganisation(ctx.db, ctx.scope, { id });
  demandPlace(ctx.scope, before.countryCode);
  demandPlace(ctx.scope, content.countryCode);
  const fields = changed(before, content);
  if (fields.length === 0) {
    auditUnchanged(ctx);
    return { id };
  }
  await demandNew(ctx, { id, anyway, ...content });
  await change(ctx, { id, version, data: content });
  audit(ctx, "organisation.revised", { ...entryOf(id, before), fields, version: version + 1 });
  return { id };
}

/** Takes an organisation out of the forms, with a reason; what names it stays. */
export async function retireOrganisation(
  ctx: Ctx,
  { id, version, reason }: RetireOrganisation,
): Promise<{ id: string }> {
  const before = await getOrganisation(ctx.db, ctx.scope, { id });
  demandPlace(ctx.scope, before.countryCode);
  if (before.retiredAt !== null) {
    auditUnchanged(ctx);
    return { id };
  }
  await change(ctx, { id, version, data: { retiredAt: ctx.now, retiredReason: reason } });
  const fields = ["retiredAt", "retiredReason"];
  audit(ctx, "organisation.retired", { ...entryOf(id, before), fields, version: version + 1 });
  return { id };
}

/** Offers a retired organisation again. */
export async function restoreOrganisation(
  ctx: Ctx,
  { id, version }: RestoreOrganisation,
): Promise<{ id: string }> {
  const before = await getOrganisation(ctx.db, ctx.scope, { id });
  demandPlace(ctx.scope, before.countryCode);
  if (before.retiredAt === null) {
    auditUnchanged(ctx);
    return { id };
  }
  await change(ctx, { id, version, data: { retiredAt: null, retiredReason: null } });
  const fields = ["retiredAt", "retiredReason"];
  audit(ctx, "organisation.restored", { ...entryOf(id, before), fields, version: version + 1 });
  return { id };
}

const selectContent = { name: true, acronym: true, kind: true, countryCode: true } as const;

const entryOf = (id: string, { countryCode }: Pick<OrganisationContent, "countryCode">) => ({
  entity: "organisation",
  id,
  country: countryCode,
});

const changed = (before: OrganisationContent, after: OrganisationContent) =>
  ORGANISATION_FIELDS.filter((field) => before[field] !== after[field]);

/** An organisation of a country is that country's; one of none is shared, so it takes somebody over all countries. */
function demandPlace(scope: Scope, country: string | null): void {
  if (country !== null) demand(scope, { country });
  else if (countriesOf(scope) !== "all") throw new DomainError("forbidden", "organisation.shared");
}

async function demandNew(ctx: Ctx, { anyway, ...content }: Omit<AddOrganisation, "kind">): Promise<void> {
  const alike = await findAlike(ctx.db, ctx.scope, content);
  const same = alike.some(
    ({ name, countryCode }) => name === content.name && countryCode === content.countryCode,
  );
  if (same) throw new DomainError("conflict", "organisation.already_here");
  if (alike.length > 0 && !anyway)
    throw new DomainError("conflict", "organisation.sounds_alike", {
      values: { list: alike.map(({ name }) => name).join(", ") },
    });
}

type Change = {
  id: string;
  version: number;
  data: Partial<OrganisationContent> & { retiredAt?: Date | null; retiredReason?: string | null };
};

async function change({ db }: Ctx, { id, version, data }: Change): Promise<void> {
  const { count } = await db.organisation.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("conflict", "organisation.changed_meanwhile");
}
