import http from "node:http";
import pg from "pg";

/**
 * The floor: what the machine does with nothing in between. node:http and pg, the summary's statements written by hand with names,
 * as a superuser: no session, no rights, no row-level security, no validation.
 */
const pool = new pg.Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 10 });

const OPERATION = {
  name: "operation",
  text: `SELECT id, slug, codename, year, state, handling_mark, starts_on, ends_on FROM operation WHERE NOT exercise AND slug = $1`,
};
const TOTALS = {
  name: "totals",
  text: `SELECT operation_id, bucket::text AS bucket, measure::text AS measure, unit, validated, sum(total) AS total,
                min(local_date)::text AS first, max(local_date)::text AS last
         FROM (SELECT operation_id, CASE WHEN measure IN ('checks', 'matches') THEN local_date END AS bucket, measure, unit, validated, total, local_date
               FROM daily_total WHERE operation_id = $1 AND local_date BETWEEN $2 AND $3) s
         GROUP BY GROUPING SETS ((operation_id, measure, unit, validated), (bucket, measure, unit, validated))
         HAVING grouping(bucket) = 1 OR bucket IS NOT NULL ORDER BY 3, 4, 2`,
};

type Asked = { operation: string; from: string; to: string };

async function answer({ operation, from, to }: Asked): Promise<unknown> {
  const client = await pool.connect();
  try {
    const chosen = await client.query<{ id: string }>({ ...OPERATION, values: [operation] });
    const totals = await client.query({ ...TOTALS, values: [chosen.rows[0]?.id, from, to] });
    return { operations: chosen.rows, totals: totals.rows };
  } finally {
    client.release();
  }
}

http
  .createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const asked = body === "" ? Promise.resolve(null) : answer(JSON.parse(body) as Asked);
      asked.then(
        (found) => response.setHeader("content-type", "application/json").end(JSON.stringify(found)),
        (error: unknown) => {
          response.statusCode = 500;
          response.end(String(error));
        },
      );
    });
  })
  .listen(Number(process.env.PORT), "127.0.0.1");
