import { verifyChains } from "#server/anchor.ts";
import { migrateDatabase } from "../migration.ts";
import { withClient } from "../postgres/roles.ts";
import { throwawayDatabase } from "../throwaway.ts";
import type { Row } from "./card.ts";

const EVENTS = 100_000;
const A_TIME = 1000;
const REQUIRED = 100_000;

/** How many events of whole chains are verified in a second, and that one changed byte among them is found. */
export async function auditSpeedRow(): Promise<Row> {
  const database = await throwawayDatabase({ settings: ["jit=off"] });
  try {
    await migrateDatabase(database.ownerUrl, database.appUrl, () => undefined);
    return await withClient(database.superUrl, async (client) => {
      for (let written = 0; written < EVENTS; written += A_TIME)
        await client.query(
          `INSERT INTO audit_event (chain, actor_id, action, entity, entity_id, operation_id, version, fields)
           SELECT (ARRAY['KE', 'PE', 'DK', 'RW', 'IT', 'system'])[1 + g % 6], gen_random_uuid(), 'match.amended', 'match', gen_random_uuid(),
                  gen_random_uuid(), 2, '{note,finding}' FROM generate_series(1, $1) g`,
          [A_TIME],
        );
      await client.query("VACUUM ANALYZE audit_event");
      const speeds: number[] = [];
      let faults: string[] = [];
      for (let turn = 0; turn < 3; turn += 1) {
        const began = performance.now();
        const walked = await verifyChains(client, null);
        speeds.push(walked.events / ((performance.now() - began) / 1000));
        faults = faults.concat(walked.faults);
      }
      await client.query("ALTER TABLE audit_event DISABLE TRIGGER USER");
      await client.query("UPDATE audit_event SET version = 3 WHERE chain = 'KE' AND seq = 4711");
      const convicted = (await verifyChains(client, null)).faults.length;
      const best = Math.max(...speeds);
      return {
        promise: "Audit, speed",
        said: `${EVENTS.toLocaleString("en")} events, ${Math.round(best).toLocaleString("en")} verified a second (required ${REQUIRED.toLocaleString("en")}); ${faults.length} faults in whole chains, the changed event ${convicted > 0 ? "found" : "NOT FOUND"}`,
        kept: best >= REQUIRED && faults.length === 0 && convicted > 0,
      };
    });
  } finally {
    database.remove();
  }
}
