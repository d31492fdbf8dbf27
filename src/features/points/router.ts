import { permitted, read, router, run } from "#server/procedure.ts";
import { getAccessTotals } from "./analytics/access-totals.ts";
import { getLegacy } from "./analytics/point-legacy.ts";
import { addPoint } from "./mutations/add-point.ts";
import { addAccess, addStatus, changeDatabases, withdrawStatus } from "./mutations/change-access.ts";
import { recordVolume } from "./mutations/record-volume.ts";
import { reopenPoint, retirePoint, revisePoint } from "./mutations/revise-point.ts";
import { getAccess, listBringers } from "./queries/get-access.ts";
import { getPoint } from "./queries/get-point.ts";
import { listChoices, listFacing, listPlaces, listPoints } from "./queries/list-points.ts";
import { lookAround } from "./queries/look-around.ts";
import * as schema from "./schema.ts";

type Asked = Parameters<Parameters<typeof run>[0]>[0];
const asking = ({ scope, actor }: Asked) => ({ scope, grants: actor.grants, locale: actor.locale });

export const pointsRouter = router({
  list: permitted("point:read")
    .input(schema.pointFilter)
    .query(run((ctx, filter) => listPoints(ctx.db, asking(ctx), filter))),
  places: permitted("point:read")
    .input(schema.pointChoice)
    .query(run((ctx, choice) => listPlaces(ctx.db, asking(ctx), choice))),
  choices: permitted("point:read")
    .input(schema.worldInput)
    .query(run((ctx, world) => listChoices(ctx.db, asking(ctx), world))),
  get: permitted("point:read")
    .input(schema.onePoint)
    .query(run((ctx, one) => getPoint(ctx.db, asking(ctx), one))),
  facing: permitted("point:write").input(schema.facingInput).query(read(listFacing)),
  around: permitted("point:write").input(schema.aroundInput).query(read(lookAround)),
  add: permitted("point:write").input(schema.addPointInput).mutation(run(addPoint)),
  revise: permitted("point:write").input(schema.revisePointInput).mutation(run(revisePoint)),
  retire: permitted("point:write").input(schema.retirePointInput).mutation(run(retirePoint)),
  reopen: permitted("point:write").input(schema.reopenPointInput).mutation(run(reopenPoint)),
  access: permitted("access:read").input(schema.onePoint).query(read(getAccess)),
  legacy: permitted("access:read").input(schema.onePoint).query(run(getLegacy)),
  accessTotals: permitted("access:read").input(schema.accessTotalsInput).query(run(getAccessTotals)),
  bringers: permitted("access:write").input(schema.onePoint).query(read(listBringers)),
  addAccess: permitted("access:write").input(schema.addAccessInput).mutation(run(addAccess)),
  addStatus: permitted("access:write").input(schema.addStatusInput).mutation(run(addStatus)),
  withdrawStatus: permitted("access:write").input(schema.withdrawStatusInput).mutation(run(withdrawStatus)),
  changeDatabases: permitted("access:write")
    .input(schema.changeDatabasesInput)
    .mutation(run(changeDatabases)),
  recordVolume: permitted("access:write").input(schema.recordVolumeInput).mutation(run(recordVolume)),
});
