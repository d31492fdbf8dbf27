import fs from "node:fs";
import path from "node:path";
import { readAnchor, verifyChains } from "#server/anchor.ts";
import { anchorFolder, anchorKey, keepAnchor, latestAnchor } from "./anchors.ts";
import { loadEnvFile, withDatabase } from "./database.ts";
import { withClient } from "./postgres/roles.ts";
import { door, Refusal } from "./process.ts";

// npm run audit:verify [-- --anchor [file]] [--export]: walks every chain; against an anchor also what was cut since.
await door(async () => {
  loadEnvFile();
  const words = process.argv.slice(2).filter((word) => word !== "--");
  const at = words.indexOf("--anchor");
  const named = at < 0 || words[at + 1]?.startsWith("--") ? undefined : words[at + 1];
  const file = at < 0 ? null : (named ?? latestAnchor());
  if (file === undefined) throw new Refusal(`There is no anchor in ${anchorFolder()} yet.`);
  // An unsigned one, as administrators download it, is taken only by name: whoever names it knows where it was kept.
  const unsigned = named !== undefined;
  const anchor = file === null ? null : readAnchor(fs.readFileSync(file, "utf8"), anchorKey(), { unsigned });
  if (file !== null && anchor === null)
    throw new Refusal(
      `${path.basename(file)} is neither an anchor signed with this installation's key nor heads that an administrator downloaded.`,
    );
  return withDatabase(console.log, ({ ownerUrl }) =>
    withClient(ownerUrl, async (client) => {
      const { events, faults } = await verifyChains(client, anchor);
      for (const fault of faults) console.log(fault);
      const signed = anchor?.hmac === null ? " by a file without a signature" : "";
      const basis = anchor ? `consistent and anchored at ${anchor.at}${signed}` : "consistent, not anchored";
      console.log(
        faults.length === 0 ? `${events} events: ${basis}.` : `${events} events: ${faults.length} faults.`,
      );
      if (words.includes("--export") && faults.length === 0)
        console.log(`Anchor written: ${path.basename(await keepAnchor(ownerUrl))}.`);
      return faults.length === 0 ? 0 : 1;
    }),
  );
});
