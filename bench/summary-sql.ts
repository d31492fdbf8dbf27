import pg from "pg";
import { type Figure, median } from "./score.ts";
import type { Stage } from "./stage.ts";

type Question = {
  name: string;
  facts: string;
  totals: string;
  values: (turn: number) => unknown[];
  aim: number;
};

const COUNTED = "counts AND superseded_at IS NULL AND count > 0";
const QUESTIONS: Question[] = [
  {
    name: "one operation, by country and database",
    facts: `SELECT country_code, database::text, sum(count)::bigint AS n FROM return_line WHERE operation_id = $1 AND ${COUNTED} GROUP BY 1, 2 ORDER BY 1, 2`,
    totals: `SELECT country_code, database, sum(total)::bigint AS n FROM daily_total WHERE operation_id = $1 AND measure = 'checks' GROUP BY 1, 2 ORDER BY 1, 2`,
    values: (turn) => [`019a0000-0000-7000-8002-${(turn + 1).toString(16).padStart(12, "0")}`],
    aim: 200,
  },
  {
    name: "30 days of all operations, by country",
    facts: `SELECT country_code, sum(count)::bigint AS n FROM return_line WHERE local_date BETWEEN $1 AND $1::date + 29 AND ${COUNTED} GROUP BY 1 ORDER BY 1`,
    totals: `SELECT country_code, sum(total)::bigint AS n FROM daily_total WHERE local_date BETWEEN $1 AND $1::date + 29 AND measure = 'checks' GROUP BY 1 ORDER BY 1`,
    values: (turn) => [`2025-0${1 + (turn % 9)}-05`],
    aim: 130,
  },
  {
    name: "everything by month",
    facts: `SELECT date_trunc('month', local_date::timestamp)::date::text AS month, sum(count)::bigint AS n FROM return_line WHERE ${COUNTED} GROUP BY 1 ORDER BY 1`,
    totals: `SELECT date_trunc('month', local_date::timestamp)::date::text AS month, sum(total)::bigint AS n FROM week_total WHERE measure = 'checks' GROUP BY 1 ORDER BY 1`,
    values: () => [],
    aim: 100,
  },
];

/** The same question of the facts and of the totals, in turn, as one prepared statement each; answers must be equal. */
export async function measureSql(stage: Stage): Promise<Figure[]> {
  const client = new pg.Client({ connectionString: stage.database.superUrl });
  client.on("error", () => undefined);
  await client.connect();
  const ask = async (name: string, text: string, values: unknown[]) => {
    const began = performance.now();
    const { rows } = await client.query({ name, text, values });
    return { rows: JSON.stringify(rows), time: performance.now() - began };
  };
  const figures: Figure[] = [];
  try {
    for (const [place, { name, facts, totals, values, aim }] of QUESTIONS.entries()) {
      const times = { facts: [] as number[], totals: [] as number[] };
      for (let turn = -1; turn < (stage.quick ? 5 : 12); turn += 1) {
        const ofFacts = await ask(`facts${place}`, facts, values(Math.max(0, turn)));
        const ofTotals = await ask(`totals${place}`, totals, values(Math.max(0, turn)));
        if (ofFacts.rows !== ofTotals.rows) throw new Error(`${name}: totals and facts differ`);
        if (turn < 0) continue; // the first of each reads from the disk
        times.facts.push(ofFacts.time);
        times.totals.push(ofTotals.time);
      }
      figures.push({
        name: `its SQL: ${name}, GROUP BY over facts ÷ totals`,
        value: median(times.facts) / median(times.totals),
        unit: "x",
        required: 20,
        aim,
        atLeast: true,
        detail: `${median(times.facts).toFixed(1)} ÷ ${median(times.totals).toFixed(2)} ms`,
      });
    }
  } finally {
    await client.end();
  }
  return figures;
}
