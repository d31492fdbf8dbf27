import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#lib/ids.ts";
import { transact, type Ctx } from "#server/transaction.ts";
import { cast } from "./actors.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { plantOperation, type PlantedOperation } from "./factories.ts";

let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let operation: PlantedOperation;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  operation = await plantOperation(stage.owner, { countries: ["KE", "PE"] });
  for (const { country, deploymentId } of operation.points) {
    const { call } = await stage.as("liaison", { countries: [country] });
    await call.matches.record(matchAt(deploymentId));
    tokens[country] = (await stage.as("reviewer", { countries: [country] })).token;
  }
});

afterAll(async () => {
  await stage.close();
  await database.drop();
});

const matchAt = (deploymentId: string) => ({
  id: newId(),
  deploymentId,
  detectedAt: new Date(Date.now() - 6e4),
  database: "sltd" as const,
  documentType: "passport" as const,
  issuer: "DNK",
  recordStatus: "lost" as const,
  noticeColour: null,
  requestingAuthority: null,
  channel: "fixed" as const,
  finding: null,
  interimMeasure: null,
  routeOrigin: null,
  routeTransit: null,
  routeDestination: null,
  sameTravellerAs: null,
  note: null,
});

/** Which countries' matches the posts of the operation hold, as this person sees them; in two statements. */
const countriesSeen = async ({ db }: Ctx): Promise<string> => {
  const posts = await db.deployment.findMany({
    where: { operationId: operation.id },
    select: { matches: { select: { countryCode: true } } },
  });
  return posts.flatMap(({ matches }) => matches.map(({ countryCode }) => countryCode)).join();
};

const ask = <O>(country: string, work: (ctx: Ctx) => Promise<O>): Promise<O> =>
  transact(
    { client: stage.client, token: tokens[country] ?? "", permission: "match:read", type: "query" },
    work,
  );

it("fails a question that outlives its transaction: it is never answered under another name, nor under none", async () => {
  const answers: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    const left: Promise<unknown>[] = [];
    const breakingOff = Array.from({ length: 20 }, (_, index) =>
      ask("KE", async (ctx) => {
        const question = countriesSeen(ctx);
        left.push(question.then((seen) => answers.push(seen)).catch(() => undefined));
        // Broken off between the two statements of the question.
        for (let turn = 0; turn <= index % 10; turn += 1) await new Promise(setImmediate);
        throw new Error("broken off");
      }).catch(() => undefined),
    );
    const others = Array.from({ length: 20 }, () => ask("PE", countriesSeen));
    await Promise.all([...breakingOff, ...others]);
    await Promise.all(left);
  }
  expect([...new Set(answers)].filter((seen) => seen !== "KE")).toEqual([]);
});

it("answers what is asked within its transaction, on the same few connections", async () => {
  const seen = await Promise.all(
    Array.from({ length: 60 }, (_, index) => ask(index % 2 === 0 ? "KE" : "PE", countriesSeen)),
  );
  expect(new Set(seen)).toEqual(new Set(["KE", "PE"]));
  expect(seen.every((one, index) => one === (index % 2 === 0 ? "KE" : "PE"))).toBe(true);
});
