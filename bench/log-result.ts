import { randomUUID } from "node:crypto";
import { withClient } from "../scripts/postgres/roles.ts";
import { fire, type Round, wire } from "./load.ts";
import { type Figure, median } from "./score.ts";
import type { Stage } from "./stage.ts";

const audited = (stage: Stage) =>
  withClient(stage.database.superUrl, async (client) => {
    const { rows } = await client.query<{ events: string; matches: string }>(
      `SELECT (SELECT count(*) FROM audit_event WHERE action = 'match.recorded') AS events,
              (SELECT count(*) FROM match WHERE operation_id = $1 AND id::text NOT LIKE '019a0000-%') AS matches`,
      [stage.live.operation],
    );
    return { events: Number(rows[0]?.events), matches: Number(rows[0]?.matches) };
  });

/** A match of the last minute at the post of the live operation, as it travels. */
export const oneMatch = ({ live }: Stage): string =>
  wire(
    {
      id: randomUUID(),
      deploymentId: live.deployment,
      detectedAt: new Date(Date.now() - 60_000).toISOString(),
      database: "sltd",
      documentType: "passport",
      issuer: "DNK",
      recordStatus: "stolen",
    },
    { values: { detectedAt: ["Date"] } },
  );

/** One match after another through the application: rights, rules, totals, audit chain, durable commit. */
export async function measureLogging(stage: Stage): Promise<Figure[]> {
  const { app, writer: cookie } = stage;
  const seconds = stage.quick ? 2 : 5;
  const rates = new Map<number, Round[]>([
    [1, []],
    [8, []],
  ]);
  const before = await audited(stage);
  let answers = 0;
  for (let turn = 0; turn < 3; turn += 1)
    for (const [clients, rounds] of rates) {
      const target = { url: `${app}/api/trpc/matches.record`, next: () => oneMatch(stage), cookie };
      const round = await fire(target, { clients, seconds });
      answers += round.answers;
      rounds.push(round);
    }
  const after = await audited(stage);
  const [events, matches] = [after.events - before.events, after.matches - before.matches];
  if (events !== matches || matches < answers)
    throw new Error(`${answers} answers, ${matches} matches, ${events} events`);
  return [...rates].map(([clients, rounds]) => ({
    name: `logging one result with audit, ${clients} client${clients > 1 ? "s" : ""}`,
    value: median(rounds.map(({ rate }) => rate)),
    unit: "requests/s" as const,
    detail: `p50 ${median(rounds.map(({ p50 }) => p50)).toFixed(1)} p95 ${median(rounds.map(({ p95 }) => p95)).toFixed(1)} ms; ${matches} matches, each with its event`,
  }));
}
