import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#lib/ids.ts";
import { cast } from "#testing/actors.ts";
import { freshDatabase } from "#testing/database.ts";
import type { TestDatabase } from "#testing/database.ts";
import { plant, plantOperation, type PlantedOperation } from "#testing/factories.ts";
import { emptyPlan } from "./rules/empty-plan.ts";
import type { Plan } from "./schema/plan.ts";

let database: TestDatabase;
let people: ReturnType<typeof cast>;
let standing: PlantedOperation;
const organisation = newId();
const as = (...who: Parameters<typeof people.as>) => people.as(...who);
const conflict = (reason: string) => ({ cause: { kind: "conflict", reason } });

beforeAll(async () => {
  database = await freshDatabase();
  people = cast(database);
  standing = await plantOperation(people.owner);
  await plant(people.owner, async (client) => {
    await client.query("INSERT INTO organisation (id, name, kind) VALUES ($1, 'Frontex', 'regional_body')", [
      organisation,
    ]);
    for (const { deploymentId, id, country } of standing.points.slice(0, 1))
      await client.query(
        `INSERT INTO daily_return (id, operation_id, country_code, deployment_id, border_point_id, local_date, kind, matches_stated, interim, offline, review, submitted_by_id, submitted_at, validated_on_behalf, version)
         VALUES ($1, $2, $3, $4, $5, '2026-11-20', 'checks', 0, false, false, 'submitted', $1, now(), false, 1)`,
        [newId(), standing.id, country, deploymentId, id],
      );
  });
});
afterAll(async () => {
  await people.close();
  await database.drop();
});

/** A plan with one of everything, at the points of the planted operation. */
async function wholePlan(codename = `Operation ${newId().slice(-8)}`): Promise<Plan> {
  const { call } = await as("programme_manager");
  const programmeId = newId();
  await call.operations.openProgramme({
    id: programmeId,
    code: `P-${programmeId.slice(-6)}`,
    name: "Programme",
  });
  const [kenya, rwanda] = standing.points;
  return {
    ...emptyPlan(2027),
    codename,
    edition: 2,
    objective: "Find stolen documents.",
    crimeAreas: ["document_fraud"],
    retentionOn: "2032-01-01",
    programmes: [{ programmeId, label: "Programme, as printed" }],
    phases: [
      {
        id: newId(),
        kind: "tactical",
        label: null,
        startsOn: "2027-03-01",
        endsOn: "2027-03-10",
        note: null,
        countries: [{ countryCode: "RW", startsOn: "2027-03-04", endsOn: "2027-03-12" }],
      },
      {
        id: newId(),
        kind: null,
        label: "Second wave",
        startsOn: null,
        endsOn: null,
        note: "to be agreed",
        countries: [],
      },
    ],
    participations: [
      { countryCode: "KE", role: "host", state: "planned", focalLiaison: "NCB duty desk" },
      { countryCode: "RW", role: "participating", state: "planned", focalLiaison: null },
    ],
    deployments: [kenya!, rwanda!].map((point) => ({
      id: newId(),
      borderPointId: point.id,
      startsOn: "2027-03-01",
      endsOn: "2027-03-10",
      dayStartsAt: "19:00",
      shifts: "19:00–07:00",
      returnsFrom: "2027-03-01",
      returnsTo: "2027-03-10",
    })),
    organisations: [{ organisationId: organisation, role: "lead", note: "partly" }],
  };
}

async function openOne(plan?: Plan) {
  const manager = await as("programme_manager");
  const whole = plan ?? (await wholePlan());
  const id = newId();
  const { slug } = await manager.call.operations.open({ id, exercise: false, plan: whole });
  return { ...manager, id, slug, plan: whole };
}

describe("opening an operation", () => {
  it("makes a draft with its whole plan and its address, once", async () => {
    const { call, id, slug, plan } = await openOne(await wholePlan("Operation Côte d’Azur"));
    expect(slug).toBe("cote-d-azur-2-2027");
    await call.operations.open({ id, exercise: false, plan });
    const opened = await call.operations.plan({ slug });
    expect(opened).toMatchObject({ id, slug, version: 1, exercise: false, state: "draft" });
    expect(opened.plan).toEqual(plan);
    const shown = await call.operations.show({ slug });
    expect(shown).toMatchObject({ startsOn: "2027-03-01", endsOn: "2027-03-12", planner: true });
    await expect(call.operations.open({ id, exercise: true, plan })).rejects.toMatchObject({
      cause: { kind: "unusable" },
    });
    await expect(call.operations.open({ id: newId(), exercise: false, plan })).rejects.toMatchObject(
      conflict("operation.address_taken"),
    );
    const { rows } = await people.owner.query(
      "SELECT action, entity_id FROM audit_event WHERE operation_id = $1",
      [id],
    );
    expect(rows).toEqual([{ action: "operation.opened", entity_id: id }]);
  });

  it("is for programme managers of all countries and operations", async () => {
    const plan = await wholePlan();
    for (const posting of [{ countries: ["KE"] }, { operations: [standing.id] }]) {
      const { call } = await as("programme_manager", posting);
      await expect(call.operations.open({ id: newId(), exercise: false, plan })).rejects.toMatchObject({
        cause: { kind: "forbidden", reason: "operation.for_all_countries" },
      });
    }
    for (const role of ["liaison", "reviewer", "leadership", "observer", "administrator"] as const)
      await expect(
        (await as(role)).call.operations.open({ id: newId(), exercise: false, plan }),
      ).rejects.toMatchObject({ cause: { kind: "forbidden" } });
  });

  it("refuses what does not fit together, at the field to mend", async () => {
    const { call } = await as("programme_manager");
    const plan = await wholePlan();
    const [phase, ...rest] = plan.phases;
    const open = (changed: Partial<Plan>) =>
      call.operations.open({ id: newId(), exercise: false, plan: { ...plan, ...changed } });
    const late = { ...phase!, endsOn: "2027-02-01" };
    await expect(open({ phases: [late, ...rest] })).rejects.toMatchObject({
      cause: { issues: [{ path: ["plan", "phases", 0, "endsOn"] }] },
    });
    await expect(open({ year: null })).rejects.toMatchObject({
      cause: { issues: [{ path: ["plan", "year"] }] },
    });
    const [kenya] = plan.participations;
    const alone = { phases: [], participations: [kenya!] };
    await expect(open(alone)).rejects.toMatchObject({ cause: { reason: "operation.point_without_country" } });
    await expect(open({ parentId: newId() })).rejects.toMatchObject({
      cause: { reason: "operation.parent_unknown" },
    });
  });
});

describe("revising an operation", () => {
  it("changes what differs and keeps the plan that stood", async () => {
    const { call, id, slug, plan } = await openOne();
    const [first, second] = plan.phases;
    const changed: Plan = {
      ...plan,
      objective: "Find stolen and lost documents.",
      phases: [second!, { ...first!, endsOn: "2027-03-11", countries: [] }],
      participations: plan.participations.filter(({ countryCode }) => countryCode === "KE"),
      deployments: plan.deployments.slice(0, 1),
      organisations: [],
      programmes: [],
    };
    await call.operations.revise({ id, version: 1, plan: changed, reason: "Rwanda is out" });
    const after = await call.operations.plan({ slug });
    expect(after).toMatchObject({ version: 2, plan: changed });
    const kept: unknown[] = [];
    await plant(people.owner, async (client) => {
      const { rows } = await client.query(
        "SELECT version, reason, content FROM operation_version WHERE operation_id = $1 ORDER BY version",
        [id],
      );
      kept.push(...(rows as unknown[]));
    });
    expect(kept).toEqual([
      { version: 1, reason: null, content: plan },
      { version: 2, reason: "Rwanda is out", content: changed },
    ]);
    const events = await people.owner.query(
      "SELECT fields FROM audit_event WHERE operation_id = $1 AND action = 'operation.revised'",
      [id],
    );
    expect(events.rows).toEqual([
      { fields: ["deployments", "objective", "organisations", "participations", "phases", "programmes"] },
    ]);
  });

  it("may lie inside another operation of its world, never in itself", async () => {
    const { call, id, slug, plan } = await openOne();
    await call.operations.revise({ id, version: 1, plan: { ...plan, parentId: standing.id }, reason: null });
    expect((await call.operations.plan({ slug })).plan.parentId).toBe(standing.id);
    expect(await call.operations.show({ slug })).toMatchObject({ parent: { slug: standing.slug } });
    const drill = await plantOperation(people.owner, { exercise: true });
    for (const [parentId, reason] of [
      [id, "operation.parent_in_a_circle"],
      [drill.id, "operation.parent_unknown"],
    ] as const)
      await expect(
        call.operations.revise({ id, version: 2, plan: { ...plan, parentId }, reason: null }),
      ).rejects.toMatchObject({ cause: { reason } });
    const around = await call.operations.plan({ slug: standing.slug });
    await expect(
      call.operations.revise({
        id: standing.id,
        version: around.version,
        plan: { ...around.plan, parentId: id },
        reason: null,
      }),
    ).rejects.toMatchObject({ cause: { reason: "operation.parent_in_a_circle" } });
  });

  it("is refused at a stale version and loses neither; of many at once one goes on", async () => {
    const { call, id, slug, plan } = await openOne();
    const other = await as("programme_manager");
    await other.call.operations.revise({ id, version: 1, plan: { ...plan, series: "Theirs" }, reason: null });
    await expect(
      call.operations.revise({ id, version: 1, plan: { ...plan, series: "Mine" }, reason: null }),
    ).rejects.toMatchObject(conflict("operation.changed_meanwhile"));
    expect((await call.operations.plan({ slug })).plan.series).toBe("Theirs");
    const tries = await Promise.allSettled(
      ["a", "b", "c", "d"].map((series) =>
        call.operations.revise({ id, version: 2, plan: { ...plan, series }, reason: null }),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await call.operations.plan({ slug })).version).toBe(3);
  });

  it("keeps what holds results, and says what", async () => {
    const { call } = await as("programme_manager");
    const { plan, version } = await call.operations.plan({ slug: standing.slug });
    const [kenya] = standing.points;
    const without: Plan = {
      ...plan,
      participations: plan.participations.filter(({ countryCode }) => countryCode !== "KE"),
      deployments: plan.deployments.filter(({ id }) => id !== kenya!.deploymentId),
    };
    await expect(
      call.operations.revise({ id: standing.id, version, plan: without, reason: null }),
    ).rejects.toMatchObject({
      cause: {
        reason: "operation.holds_results",
        values: { phases: "", countries: "KE", deployments: kenya!.deploymentId },
      },
    });
    const moved = plan.deployments.map((one) => ({ ...one, dayStartsAt: "06:00" }));
    await expect(
      call.operations.revise({
        id: standing.id,
        version,
        plan: { ...plan, deployments: moved },
        reason: null,
      }),
    ).rejects.toMatchObject(conflict("operation.day_start_is_fixed"));
  });

  it("is not there for a programme manager of another operation, and not for one of some countries", async () => {
    const { id, slug, plan } = await openOne();
    const elsewhere = await as("programme_manager", { operations: [standing.id] });
    const inKenya = await as("programme_manager", { countries: ["KE"] });
    const inPeru = await as("programme_manager", { countries: ["PE"] });
    for (const { call } of [elsewhere, inPeru]) {
      await expect(call.operations.plan({ slug })).rejects.toMatchObject({ cause: { kind: "not_found" } });
      for (const tried of [
        () => call.operations.revise({ id, version: 1, plan, reason: null }),
        () => call.operations.changeState({ id, version: 1, to: "planned", reason: null }),
      ])
        await expect(tried()).rejects.toMatchObject({ cause: { kind: "not_found" } });
    }
    await expect(
      inKenya.call.operations.revise({ id, version: 1, plan, reason: null }),
    ).rejects.toMatchObject({
      cause: { kind: "forbidden" },
    });
    const named = await as("programme_manager", { operations: [id] });
    await named.call.operations.revise({ id, version: 1, plan: { ...plan, series: "S" }, reason: null });
  });
});

describe("the state of an operation", () => {
  it("goes one step at a time, its countries along but those held back", async () => {
    const { call, id, slug, plan } = await openOne();
    const step = (version: number, to: "planned" | "live" | "closed", heldBack: string[] = []) =>
      call.operations.changeState({ id, version, to, reason: null, heldBack });
    await expect(step(1, "live")).rejects.toMatchObject(conflict("operation.step_not_possible"));
    await step(1, "planned");
    await step(2, "live", ["RW"]);
    const { state, plan: now, version } = await call.operations.plan({ slug });
    expect([state, version]).toEqual(["live", 3]);
    expect(now.participations.map((one) => one.state)).toEqual(["live", "planned"]);
    await expect(
      call.operations.revise({ id, version, plan: { ...plan, phases: [] }, reason: null }),
    ).rejects.toMatchObject(conflict("operation.not_ready"));
  });

  it("needs dated phases and countries to go live, or a reason; cancelling needs one", async () => {
    const { call, id, slug } = await openOne({ ...emptyPlan(2027), codename: `Bare ${newId().slice(-8)}` });
    await call.operations.changeState({ id, version: 1, to: "planned", reason: null });
    await expect(
      call.operations.changeState({ id, version: 2, to: "live", reason: null }),
    ).rejects.toMatchObject(conflict("operation.not_ready"));
    await call.operations.changeState({ id, version: 2, to: "live", reason: "Countries are named tomorrow" });
    await expect(
      call.operations.changeState({ id, version: 3, to: "cancelled", reason: null }),
    ).rejects.toMatchObject({ cause: { reason: "operation.reason_needed" } });
    await call.operations.changeState({ id, version: 3, to: "cancelled", reason: "No funding" });
    expect(await call.operations.plan({ slug })).toMatchObject({
      state: "cancelled",
      liveReason: "Countries are named tomorrow",
      stateReason: "No funding",
    });
  });

  it("shows a draft to those who plan and to nobody else", async () => {
    const { call, id, slug } = await openOne();
    const others = [
      await as("leadership"),
      await as("reviewer"),
      await as("observer"),
      await as("liaison", { countries: ["KE"] }),
    ];
    for (const other of others)
      await expect(other.call.operations.show({ slug })).rejects.toMatchObject({
        cause: { kind: "not_found" },
      });
    await call.operations.changeState({ id, version: 1, to: "planned", reason: null });
    for (const other of others) expect((await other.call.operations.show({ slug })).planner).toBe(false);
  });
});

describe("cloning an operation", () => {
  it("copies the plan with every day moved, and neither results nor publicity", async () => {
    const { call, id: sourceId } = await openOne();
    const id = newId();
    const named = { codename: "Operation Again", series: null, edition: null, year: 2028, exercise: false };
    const { slug } = await call.operations.clone({ id, sourceId, ...named, startsOn: "2028-03-01" });
    await call.operations.clone({ id, sourceId, ...named, startsOn: "2028-03-01" });
    expect(slug).toBe("again-2028");
    const { plan, state, version } = await call.operations.plan({ slug });
    expect([state, version]).toEqual(["draft", 1]);
    expect(plan).toMatchObject({
      visibility: "participants",
      phases: [
        {
          kind: "tactical",
          startsOn: "2028-03-01",
          endsOn: "2028-03-10",
          countries: [{ countryCode: "RW", startsOn: "2028-03-04", endsOn: "2028-03-12" }],
        },
        { label: "Second wave", startsOn: null },
      ],
      participations: [
        { countryCode: "KE", state: "draft", focalLiaison: "NCB duty desk" },
        { countryCode: "RW", state: "draft" },
      ],
      deployments: [{ dayStartsAt: "19:00", returnsFrom: "2028-03-01" }, { returnsTo: "2028-03-10" }],
      organisations: [{ role: "lead", note: "partly" }],
      programmes: [{ label: "Programme, as printed" }],
    });
  });

  it("is told apart from the first by edition and year, in lists, choices and search", async () => {
    const { call, id: sourceId, slug: first } = await openOne();
    const { plan } = await call.operations.plan({ slug: first });
    const named = { codename: plan.codename, series: null, edition: null, year: 2031, exercise: false };
    const { slug } = await call.operations.clone({ id: newId(), sourceId, ...named, startsOn: null });
    const both = [`${plan.codename} (2031)`, `${plan.codename} (II · ${plan.year})`];
    const text = plan.codename;
    const { rows } = await call.operations.list({ text, sort: "codename" });
    expect(rows.map(({ codename }) => codename)).toEqual(expect.arrayContaining(both));
    const schedule = await call.operations.schedule({ text });
    expect(schedule.rows.map(({ codename }) => codename)).toEqual(expect.arrayContaining(both));
    const hits = await call.search.find({ text });
    expect(hits.find(({ href }) => href === `/operations/${slug}`)?.detail).toBe("2031");
  });
});
