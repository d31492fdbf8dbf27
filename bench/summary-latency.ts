import { DAYS, worldSlug } from "../prisma/seed/world/shape.ts";
import { withClient } from "../scripts/postgres/roles.ts";
import { fire, inTurn, type Round, type Target, wire, wireBatch } from "./load.ts";
import { type Figure, median } from "./score.ts";
import type { Stage } from "./stage.ts";

const DAY = 24 * 60 * 60 * 1000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Operation and period of many summaries; the world starts its operations evenly over 960 days. */
export function periods({ operations }: Stage): { operation: string; from: string; to: string }[] {
  const closed = Math.min(operations - 1, 200);
  return Array.from({ length: closed }, (_, n) => {
    const place = Math.floor((n * (operations - 1)) / closed);
    const starts = Date.UTC(2024, 0, 1) + Math.floor((place * 960) / operations) * DAY;
    return { operation: worldSlug(place), from: iso(starts), to: iso(starts + (DAYS - 1) * DAY) };
  });
}

type Rounds = Record<string, Round[]>;

/** Every target with every number of clients, in turn, so that whatever else the machine does meets all alike. */
async function interleave(stage: Stage, targets: Record<string, { target: Target; clients: number }>) {
  const rounds: Rounds = {};
  const seconds = stage.quick ? 2 : 5;
  for (const { target, clients } of Object.values(targets)) await fire(target, { clients, seconds: 2 });
  for (let turn = 0; turn < (stage.quick ? 3 : 5); turn += 1)
    for (const [name, { target, clients }] of Object.entries(targets))
      (rounds[name] ??= []).push(await fire(target, { clients, seconds }));
  const middle = (name: string, read: (round: Round) => number) => median((rounds[name] ?? []).map(read));
  return {
    p95: (name: string) => middle(name, ({ p95 }) => p95),
    said: (name: string) =>
      `${name} p50 ${middle(name, ({ p50 }) => p50).toFixed(1)} p95 ${middle(name, ({ p95 }) => p95).toFixed(1)} ms, ${middle(name, ({ rate }) => rate).toFixed(0)}/s`,
  };
}

/** Training and access are asked for by id, as the page does once it has the operation. */
const idsOf = (stage: Stage) =>
  withClient(stage.database.superUrl, async (client) => {
    const { rows } = await client.query<{ id: string; slug: string }>("SELECT id, slug FROM operation");
    return new Map(rows.map(({ id, slug }) => [slug, id]));
  });

/** The summary over HTTP against the floor, and the six panels of its page against one. */
export async function measureSummary(stage: Stage): Promise<Figure[]> {
  const asked = periods(stage);
  const { app, floor, reader: cookie } = stage;
  const floorTarget: Target = {
    url: `${floor}/summary`,
    next: inTurn(asked.map((one) => JSON.stringify(one))),
  };
  const filters = asked.map((one) => ({ exercise: false, ...one }));
  const one: Target = {
    url: `${app}/api/trpc/summary.totals`,
    next: inTurn(filters.map((filter) => wire(filter))),
    cookie,
  };
  const ids = await idsOf(stage);
  const six: Target = {
    url: `${app}/api/trpc/summary.totals,summary.cuts,summary.published,summary.open,training.trained,points.accessTotals?batch=1`,
    next: inTurn(
      filters.map((filter) => {
        const { from: _from, to: _to, ...whole } = filter;
        const operationId = ids.get(filter.operation);
        const trained = { ...filter, operation: operationId };
        return wireBatch([filter, filter, filter, whole, trained, { exercise: false, operationId }]);
      }),
    ),
    cookie,
  };
  const measured = await interleave(stage, {
    "floor, 1 client": { target: floorTarget, clients: 1 },
    "summary, 1 client": { target: one, clients: 1 },
    "six panels, 1 client": { target: six, clients: 1 },
    "floor, 8 clients": { target: floorTarget, clients: 8 },
    "summary, 8 clients": { target: one, clients: 8 },
  });
  const { p95, said } = measured;
  return [
    {
      name: "summary p95, 1 client ÷ floor",
      value: p95("summary, 1 client") / p95("floor, 1 client"),
      unit: "x",
      required: 3.5,
      aim: 2,
      detail: `${said("summary, 1 client")}; ${said("floor, 1 client")}`,
    },
    {
      name: "summary p95, 8 clients ÷ floor",
      value: p95("summary, 8 clients") / p95("floor, 8 clients"),
      unit: "x",
      required: 5,
      aim: 3,
      detail: `${said("summary, 8 clients")}; ${said("floor, 8 clients")}`,
    },
    {
      name: "six-panel page (one request) ÷ one summary, p95",
      value: p95("six panels, 1 client") / p95("summary, 1 client"),
      unit: "x",
      required: 2.5,
      aim: 1.5,
      detail: said("six panels, 1 client"),
    },
  ];
}
