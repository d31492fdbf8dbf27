import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import { newId } from "#lib/ids.ts";
import { addDays, operationalDayOf } from "#lib/period.ts";
import { plant, plantOperation, type PlantedOperation } from "./factories.ts";
import { plantFigureRows, type FigureRows } from "./figure-rows.ts";
import { plantPointRows, type PointRows } from "./point-rows.ts";
import type { Rows } from "./planted-rows.ts";
import { plantResultRows, type ResultRows } from "./result-rows.ts";
import { plantTrainingRows, type TrainingRows } from "./training-rows.ts";

export const VALIDATED = 7771;
export const SUBMITTED = 5553;
const ZONE = { zone: "Africa/Nairobi", startsAt: "00:00" };

/** One operation of Kenya and Rwanda in which every procedure finds the row its valid input speaks of. */
export type Fixture = {
  operation: PlantedOperation;
  other: PlantedOperation;
  deploymentId: string;
  pointId: string;
  /** A day without a return, the day of the submitted return and that of the validated one. */
  owed: string;
  day: string;
  returnId: string;
  lineId: string;
  remarkId: string;
  matches: Record<"recorded" | "national" | "asked" | "answered" | "queried", string>;
  requestId: string;
  person: string;
  colleague: string;
  waitingAssignment: string;
  assignment: string;
  invitation: string;
  invitationEmail: string;
  token: string;
  figures: FigureRows;
  points: PointRows;
  training: TrainingRows;
  results: ResultRows;
};

const putter = (client: pg.PoolClient): Rows => ({
  put(table, row) {
    const names = Object.keys(row).map((name) => `"${name}"`);
    return client.query(
      `INSERT INTO ${table} (${names.join(", ")}) SELECT ${names.join(", ")} FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(row)],
    );
  },
});

export async function plantFixture(owner: pg.Pool): Promise<Fixture> {
  const operation = await plantOperation(owner);
  const other = await plantOperation(owner, { countries: ["KE"] });
  const post = operation.points.find((point) => point.country === "KE")!;
  const today = operationalDayOf(new Date(), ZONE);
  const fixture: Fixture = {
    operation,
    other,
    deploymentId: post.deploymentId,
    pointId: post.id,
    owed: addDays(today, -2),
    day: addDays(today, -4),
    returnId: newId(),
    lineId: newId(),
    remarkId: newId(),
    matches: { recorded: newId(), national: newId(), asked: newId(), answered: newId(), queried: newId() },
    requestId: newId(),
    person: newId(),
    colleague: newId(),
    waitingAssignment: newId(),
    assignment: newId(),
    invitation: newId(),
    invitationEmail: `${newId()}@invited.example`,
    token: randomBytes(32).toString("hex"),
    figures: {} as FigureRows,
    training: {} as TrainingRows,
    results: {} as ResultRows,
    points: { spare: "", retired: "", access: "", status: "", volume: "" },
  };
  await plant(owner, async (client) => {
    const rows = putter(client);
    await plantReturns(rows, fixture, addDays(today, -5));
    await plantMatches(rows, fixture);
    await plantPeople(rows, fixture);
    fixture.figures = await plantFigureRows(rows, fixture.operation.id);
    fixture.points = await plantPointRows(rows);
    fixture.results = await plantResultRows(rows, {
      operationId: operation.id,
      pointId: post.id,
      day: fixture.day,
      matchId: fixture.matches.recorded,
    });
    fixture.training = await plantTrainingRows(rows, { operationId: fixture.operation.id, day: fixture.day });
  });
  return fixture;
}

async function plantReturns({ put }: Rows, f: Fixture, validatedDay: string) {
  const [submitter, reviewer] = [newId(), newId()];
  const place = { operation_id: f.operation.id, country_code: "KE", border_point_id: f.pointId };
  for (const [id, local_date, review, lineId] of [
    [f.returnId, f.day, "submitted", f.lineId],
    [newId(), validatedDay, "validated", newId()],
  ] as const) {
    const validated = review === "validated" ? { validated_by_id: reviewer, validated_at: new Date() } : {};
    await put("daily_return", {
      id,
      ...place,
      deployment_id: f.deploymentId,
      local_date,
      kind: "checks",
      matches_stated: 1,
      interim: false,
      offline: false,
      review,
      submitted_by_id: submitter,
      submitted_at: new Date(),
      ...validated,
      validated_on_behalf: false,
      version: 1,
    });
    await put("return_line", {
      id: lineId,
      return_id: id,
      ...place,
      local_date,
      database: "sltd",
      unit: "documents",
      count: review === "validated" ? VALIDATED : SUBMITTED,
      basis: "national_log",
      review,
      counts: true,
    });
  }
  const { border_point_id: _, ...owned } = place;
  const remark = {
    id: f.remarkId,
    ...owned,
    return_id: f.returnId,
    text: "Is this right?",
    by_id: reviewer,
    at: new Date(),
  };
  await put("review_remark", remark);
}

async function plantMatches({ put }: Rows, f: Fixture) {
  const at = new Date(Date.now() - 5 * 86_400_000);
  const owned = { operation_id: f.operation.id, country_code: "KE" };
  await put("confirmation_request", {
    id: f.requestId,
    reference: "KE-1",
    asking_country: "KE",
    asked_country: "DK",
    exercise: false,
    database: "sltd",
    document_type: "passport",
    record_status: "lost",
    asked_at: at,
    version: 1,
  });
  for (const [name, id] of Object.entries(f.matches)) {
    const asked = name === "asked";
    const national = name === "national";
    const state = asked ? "confirmation_requested" : name === "answered" ? "confirmed" : "recorded";
    await put("match", {
      id,
      reference: "",
      ...owned,
      deployment_id: f.deploymentId,
      border_point_id: f.pointId,
      detected_at: at,
      local_date: f.day,
      channel: "fixed",
      database: national ? "national" : "sltd",
      encounter_id: id,
      state,
      issuer: national ? null : "DNK",
      confirmed: name === "answered",
      has_outcome: false,
      answered_at: name === "answered" ? at : null,
      confirmation_request_id: asked ? f.requestId : null,
      review: name === "queried" ? "queried" : "submitted",
      recorded_by_id: newId(),
      recorded_at: at,
      validated_on_behalf: false,
      version: 1,
    });
    const step = { id: newId(), match_id: id, ...owned, at, channel: "i247", recorded_at: at };
    await put("match_event", { ...step, step: asked ? "confirmation_requested" : "recorded" });
  }
}

async function plantPeople({ put }: Rows, f: Fixture) {
  const all = { all_countries: true, countries: [], all_operations: true, operations: [] };
  const kenya = { ...all, all_countries: false, countries: ["KE"] };
  const granted = { granted_by_id: newId(), granted_at: new Date() };
  for (const id of [f.person, f.colleague])
    await put("person", {
      id,
      email: `${id}@matrix.example`,
      name: "Matrix",
      kind: "human",
      locale: "en",
      scheme: "auto",
      created_at: new Date(),
      version: 1,
    });
  await put("assignment", {
    id: f.waitingAssignment,
    person_id: f.person,
    role: "leadership",
    ...all,
    ...granted,
  });
  await put("assignment", {
    id: f.assignment,
    person_id: f.colleague,
    role: "liaison",
    ...kenya,
    ...granted,
  });
  const hash = createHash("sha256").update(Buffer.from(f.token, "hex")).digest("hex");
  await put("invitation", {
    id: f.invitation,
    purpose: "invitation",
    email: f.invitationEmail,
    name: "Invited",
    locale: "en",
    token_hash: `\\x${hash}`,
    assignments: [],
    created_at: new Date(),
    expires_at: new Date(Date.now() + 36e5),
  });
}
