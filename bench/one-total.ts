import { randomUUID } from "node:crypto";
import pg from "pg";
import { withClient } from "../scripts/postgres/roles.ts";
import { inMaintenance, liveOperation, openToken } from "./ground.ts";
import { type Figure, median } from "./score.ts";
import type { Stage } from "./stage.ts";

const WRITERS = 32;
const ROUNDS = 5;
/** Rows of the rounds without totals carry it, to be taken out before the recount. */
const MARK = "bench without totals";

type Post = { operation: string; country: string; point: string; person: string; token: string };

/** As the application writes, without the audit (whose chain of the country would hold both back alike). */
async function writeFor(pool: pg.Pool, post: Post, { until, mark }: { until: number; mark: string | null }) {
  let written = 0;
  const client = await pool.connect();
  try {
    while (performance.now() < until) {
      await client.query("BEGIN");
      await client.query({ name: "begin", text: "SELECT id FROM app.begin($1)", values: [post.token] });
      await client.query({
        name: "arrest",
        text: `INSERT INTO arrest (id, operation_id, country_code, border_point_id, local_date, count, offence, state, recorded_by_id, recorded_at, reason)
               VALUES ($1, $2, $3, $4, '2026-11-01', 1, 'other', 'arrested', $5, now(), $6)`,
        values: [randomUUID(), post.operation, post.country, post.point, post.person, mark],
      });
      await client.query("COMMIT");
      written += 1;
    }
  } finally {
    client.release();
  }
  return written;
}

async function round(pool: pg.Pool, post: Post, how: { seconds: number; mark: string | null }) {
  const began = performance.now();
  const until = began + how.seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: WRITERS }, () => writeFor(pool, post, { until, mark: how.mark })),
  );
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - began) / 1000);
}

/** 32 writers on one total, against the same without totals; then the totals against a recount of the facts. */
export async function measureOneTotal(stage: Stage): Promise<Figure[]> {
  const pool = new pg.Pool({ connectionString: stage.database.appUrl, max: WRITERS });
  pool.on("error", () => undefined);
  const rates = { with: [] as number[], without: [] as number[] };
  const differences = await withClient(stage.database.ownerUrl, async (owner) => {
    const operation = await liveOperation(owner);
    const post: Post = { ...operation, token: await openToken(owner, operation.person) };
    const totals = (word: "ENABLE" | "DISABLE") =>
      owner.query(`ALTER TABLE arrest ${word} TRIGGER total_insert`);
    try {
      await round(pool, post, { seconds: stage.quick ? 0.5 : 2, mark: null });
      for (let turn = 0; turn < ROUNDS; turn += 1) {
        const seconds = stage.quick ? 1 : 4;
        rates.with.push(await round(pool, post, { seconds, mark: null }));
        await totals("DISABLE");
        rates.without.push(await round(pool, post, { seconds, mark: MARK }));
        await totals("ENABLE");
      }
    } finally {
      await pool.end();
    }
    await inMaintenance(owner, async () => {
      await owner.query("ALTER TABLE arrest DISABLE TRIGGER USER");
      await owner.query("DELETE FROM arrest WHERE reason = $1", [MARK]);
      await owner.query("ALTER TABLE arrest ENABLE TRIGGER USER");
    });
    const { rows } = await owner.query<{ n: string }>("SELECT count(*) AS n FROM app.total_differences()");
    return Number(rows[0]?.n);
  });
  const [kept, free] = [median(rates.with), median(rates.without)];
  return [
    {
      name: "32 writers on one total ÷ no totals",
      value: (100 * kept) / free,
      unit: "%",
      required: 45,
      aim: 65,
      atLeast: true,
      detail: `${kept.toFixed(0)} of ${free.toFixed(0)} writes/s, ${WRITERS} connections, durable`,
    },
    {
      name: "… and the totals against a recount",
      value: differences,
      unit: "differences",
      required: 0,
      aim: 0,
    },
  ];
}
