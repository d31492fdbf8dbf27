import "server-only";
import { hashOf } from "#lib/content-hash.ts";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findOpened, findRetired } from "../queries/find-named.ts";
import { getPlan } from "../queries/get-plan.ts";
import { demandPlanner } from "../queries/may-plan.ts";
import { clonePlan } from "../rules/cloned-plan.ts";
import { slugOf } from "../rules/plan-slug.ts";
import type { CloneOperation, OpenOperation, Plan } from "../schema/plan.ts";
import { checkPlan } from "./check-plan.ts";
import { keepVersion } from "./keep-version.ts";
import { headOf, writePlan } from "./write-parts.ts";

type Opened = { id: string; slug: string };

/** Opens an operation as a draft with its whole plan; sent twice it is opened once. */
export async function openOperation(ctx: Ctx, { id, exercise, plan }: OpenOperation): Promise<Opened> {
  demandPlanner(ctx.scope);
  const contentHash = hashOf(plan);
  const before = await findBefore(ctx, {
    id,
    plan,
    same: (sent) => sent.contentHash === contentHash && sent.exercise === exercise,
  });
  return before ?? writeNew(ctx, { id, exercise, plan, action: "operation.opened", reason: null });
}

/** Opens an operation after the pattern of another, with every date moved; results, figures and sources stay behind. */
export async function cloneOperation(ctx: Ctx, input: CloneOperation): Promise<Opened> {
  demandPlanner(ctx.scope);
  const { id, sourceId, exercise, ...named } = input;
  const source = await getPlan(ctx.db, ctx.scope, { id: sourceId });
  const plan = await withoutRetired(ctx, clonePlan(source.plan, named));
  const before = await findBefore(ctx, { id, plan, same: (sent) => sent.slug === slugOf(plan) });
  return before ?? writeNew(ctx, { id, exercise, plan, action: "operation.cloned", reason: source.slug });
}

/** What is no longer offered is not planned anew. */
async function withoutRetired(ctx: Ctx, plan: Plan): Promise<Plan> {
  const retired = await findRetired(ctx.db, ctx.scope, {
    points: plan.deployments.map(({ borderPointId }) => borderPointId),
    organisations: plan.organisations.map(({ organisationId }) => organisationId),
  });
  return {
    ...plan,
    deployments: plan.deployments.filter(({ borderPointId }) => !retired.has(borderPointId)),
    organisations: plan.organisations.filter(({ organisationId }) => !retired.has(organisationId)),
  };
}

type Sent = Awaited<ReturnType<typeof findOpened>>[number];

/** The same thing sent before by the same person; anything else under this id or address is refused. */
async function findBefore(
  ctx: Ctx,
  { id, plan, same }: { id: string; plan: Plan; same: (sent: Sent) => boolean },
): Promise<Opened | null> {
  const found = await findOpened(ctx.db, ctx.scope, { id, slug: slugOf(plan) });
  const sent = found.find((one) => one.id === id);
  if (sent) {
    if (sent.createdById !== ctx.actor.id || !same(sent)) throw new DomainError("unusable", "id.not_usable");
    auditUnchanged(ctx);
    return { id, slug: sent.slug };
  }
  if (found.length > 0) throw new DomainError("conflict", "operation.address_taken");
  return null;
}

type New = { id: string; exercise: boolean; plan: Plan; action: string; reason: string | null };

async function writeNew(ctx: Ctx, { id, exercise, plan, action, reason }: New): Promise<Opened> {
  const slug = slugOf(plan);
  const countryOf = await checkPlan(ctx, { id, exercise, before: null, after: plan });
  await ctx.db.operation.createMany({
    data: [
      {
        id,
        slug,
        exercise,
        state: "draft",
        ...headOf(plan),
        createdAt: ctx.now,
        createdById: ctx.actor.id,
      },
    ],
  });
  await writePlan(ctx, { operationId: id, before: null, after: plan, countryOf });
  await keepVersion(ctx, { operationId: id, version: 1, plan, reason });
  audit(ctx, action, { entity: "operation", id, country: null, operationId: id, version: 1 });
  return { id, slug };
}
