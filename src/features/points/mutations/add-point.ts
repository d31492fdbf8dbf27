import "server-only";
import { demandCountry } from "#access/scope.ts";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { listAlike } from "../queries/look-around.ts";
import { findOwnPoint, withinPoints } from "../queries/where-points.ts";
import { codeFault, labelsFor } from "../rules/codes.ts";
import type { AddPoint } from "../schema.ts";
import { changedFields } from "./compare-point.ts";

/** Makes a border point; one that may be there already asks first. The same sent twice counts once. */
export async function addPoint(ctx: Ctx, input: AddPoint): Promise<{ id: string }> {
  demandCountry(ctx.scope, input.countryCode);
  if (await wasSent(ctx, input)) return replayed(ctx, input.id);
  const fault = codeFault(input);
  if (fault) throw new DomainError("invalid", fault);
  await demandAnother(ctx, { ...input, except: null });
  const facing = await facingOf(ctx, input);
  const { another: _another, placeSource, ...described } = input;
  // A label may be taken by a point outside the writer's sight: the next one is tried, and nothing is said about it.
  for (const code of labelsFor(input)) {
    const { count } = await ctx.db.borderPoint.createMany({
      data: [{ ...described, ...facing, code, coordinateSource: placeSource }],
      skipDuplicates: true,
    });
    if (count === 1) {
      audit(ctx, "border_point.added", {
        entity: "border_point",
        id: input.id,
        country: input.countryCode,
        version: 1,
      });
      return { id: input.id };
    }
    // Sent by another tab at the same moment.
    if (await wasSent(ctx, input)) return replayed(ctx, input.id);
  }
  throw new DomainError("unusable", "id.not_usable");
}

/** The same point sent before; anything else than what stands under this id now is refused. */
async function wasSent(ctx: Ctx, input: AddPoint): Promise<boolean> {
  const here = await findOwnPoint(ctx.db, ctx.scope, input.id).catch(() => null);
  if (here === null) return false;
  // The other side brings its country: what was sent beside it was never kept.
  const facingCountry = input.facingPointId === null ? input.facingCountry : here.facingCountry;
  const changed = changedFields(here, { ...input, facingCountry });
  if (here.countryCode !== input.countryCode || changed.length > 0)
    throw new DomainError("unusable", "id.not_usable");
  return true;
}

function replayed(ctx: Ctx, id: string): { id: string } {
  auditUnchanged(ctx);
  return { id };
}

type Placed = Pick<AddPoint, "countryCode" | "iata" | "unlocode" | "another"> & {
  latitude: number | null;
  longitude: number | null;
  except: string | null;
};

/** Refuses a point that may be there already, until the writer says that it is another one. */
export async function demandAnother(ctx: Ctx, input: Placed): Promise<void> {
  const { countryCode, iata, unlocode, latitude, longitude, except } = input;
  if (input.another || latitude === null || longitude === null) return;
  const alike = await listAlike(ctx.db, ctx.scope, {
    countryCode,
    iata,
    unlocode,
    latitude,
    longitude,
    except,
  });
  const [first] = alike;
  if (first)
    throw new DomainError("conflict", "point.perhaps_here", {
      values: { name: first.name, count: alike.length },
    });
}

/** The other side of the crossing: a point of another country within reach, whose country is then the facing one. */
export async function facingOf(
  ctx: Ctx,
  input: { countryCode: string; facingCountry: string | null; facingPointId: string | null },
): Promise<{ facingCountry: string | null; facingPointId: string | null }> {
  if (input.facingPointId === null) {
    if (input.facingCountry === input.countryCode) throw new DomainError("invalid", "point.faces_itself");
    return { facingCountry: input.facingCountry, facingPointId: null };
  }
  const other = await ctx.db.borderPoint.findFirst({
    where: { AND: [{ id: input.facingPointId }, withinPoints(ctx.scope)] },
    select: { id: true, countryCode: true },
  });
  if (!other) throw new DomainError("not_found", "not_found");
  if (other.countryCode === input.countryCode) throw new DomainError("invalid", "point.faces_itself");
  return { facingCountry: other.countryCode, facingPointId: other.id };
}
