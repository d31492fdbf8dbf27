import { randomUUID } from "node:crypto";
import { COUNTRIES, RESULT_TABLES, type Chance, type ResultTable, type World } from "./world-shape.ts";

export type Deployed = { id: string; point: { id: string; country: string }; operation: string };

/** One row of every result table for each deployment, with the request that goes with its match. */
export function rowsOf(world: World, deployments: Deployed[], of: Chance): [string, object[]][] {
  const made = new Map<string, object[]>([
    ["confirmation_request", []],
    ...RESULT_TABLES.map((t): [string, object[]] => [t, []]),
  ]);
  const at = new Date().toISOString();
  const person = randomUUID();
  const keep = (table: ResultTable, [id, d]: [string, Deployed], row: object) => {
    world.results[table].push({ id, country: d.point.country, operation: d.operation });
    made.get(table)!.push({ id, operation_id: d.operation, country_code: d.point.country, ...row });
  };
  for (const d of deployments) {
    const [day, ret, line, match, request] = [
      "2026-11-01",
      randomUUID(),
      randomUUID(),
      randomUUID(),
      randomUUID(),
    ];
    const counted = { local_date: day, review: "submitted", recorded_by_id: person, recorded_at: at };
    keep("daily_return", [ret, d], {
      deployment_id: d.id,
      border_point_id: d.point.id,
      local_date: day,
      kind: "checks",
      matches_stated: 1,
      interim: false,
      offline: false,
      review: "submitted",
      submitted_by_id: person,
      submitted_at: at,
      validated_on_behalf: false,
      version: 1,
    });
    keep("return_line", [line, d], {
      return_id: ret,
      border_point_id: d.point.id,
      local_date: day,
      database: "sltd",
      unit: "documents",
      count: Math.floor(of.next() * 500),
      basis: "desk_count",
      review: "submitted",
      counts: true,
    });
    const asked = of.pick(COUNTRIES.filter((c) => c !== d.point.country));
    made.get("confirmation_request")!.push({
      id: request,
      reference: "X",
      asking_country: d.point.country,
      asked_country: asked,
      exercise: false,
      database: "sltd",
      asked_at: at,
      version: 1,
    });
    world.requests.push({ id: request, asking: d.point.country, asked, operation: d.operation });
    keep("match", [match, d], {
      reference: "",
      deployment_id: d.id,
      border_point_id: d.point.id,
      detected_at: at,
      local_date: day,
      channel: "fixed",
      database: "sltd",
      encounter_id: randomUUID(),
      state: "confirmation_requested",
      confirmed: false,
      has_outcome: false,
      confirmation_request_id: request,
      review: "submitted",
      recorded_by_id: person,
      recorded_at: at,
      validated_on_behalf: false,
      version: 1,
    });
    keep("match_event", [randomUUID(), d], {
      match_id: match,
      step: "recorded",
      at,
      channel: "other",
      recorded_at: at,
    });
    keep("outcome", [randomUUID(), d], { match_id: match, kind: "released", at, ...counted });
    keep("arrest", [randomUUID(), d], {
      border_point_id: d.point.id,
      count: 1,
      offence: "other",
      state: "arrested",
      version: 1,
      ...counted,
    });
    keep("people_outcome", [randomUUID(), d], {
      border_point_id: d.point.id,
      kind: "victims_presumed",
      age_group: "adult",
      sex: "female",
      count: 2,
      version: 1,
      ...counted,
    });
    keep("seizure", [randomUUID(), d], {
      border_point_id: d.point.id,
      commodity: "vehicle",
      quantity: 1,
      unit: "items",
      version: 1,
      ...counted,
    });
    keep("review_remark", [randomUUID(), d], { return_id: ret, text: "?", by_id: person, at });
  }
  const order = [
    "daily_return",
    "return_line",
    "confirmation_request",
    "match",
    "match_event",
    "outcome",
    "arrest",
    "people_outcome",
    "seizure",
    "review_remark",
  ];
  return order.map((table) => [table, made.get(table)!]);
}
