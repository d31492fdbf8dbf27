import { canonicalEmail } from "#lib/email.ts";
import { newId } from "#lib/ids.ts";
import { linkAddress } from "#server/mail.ts";
import { hashToken, newToken } from "#server/session-credentials.ts";
import { loadEnvFile, withDatabase } from "./database.ts";
import { withClient } from "./postgres/roles.ts";
import { door, Refusal } from "./process.ts";
import { runningServer } from "./running-server.ts";

const EVERYTHING = [
  { role: "administrator", allCountries: true, countries: [], allOperations: true, operations: [] },
];

// Whoever holds the machine makes the first administrators: nobody granted it, so nobody has to approve it.
await door(async () => {
  const email = canonicalEmail(process.argv[2] ?? "");
  if (!email) throw new Refusal("Say whom to invite: npm run admin:invite -- name@agency.example");
  loadEnvFile();
  const token = newToken();
  await withDatabase(console.log, ({ ownerUrl }) =>
    withClient(ownerUrl, async (client) => {
      const { rows } = await client.query("SELECT FROM person WHERE email = $1", [email]);
      if (rows.length > 0) throw new Refusal(`${email} already has an account.`);
      await client.query(
        `INSERT INTO invitation (id, purpose, email, token_hash, assignments, created_at, expires_at)
         VALUES ($1, 'invitation', $2, $3, $4, now(), now() + interval '72 hours')`,
        [newId(), email, Buffer.from(hashToken(token)), JSON.stringify(EVERYTHING)],
      );
    }),
  );
  const path = new URL(linkAddress(token)).pathname;
  const server = process.env.PUBLIC_URL ?? runningServer()?.url ?? linkAddress(token);
  console.log(`Hand this link to ${email}; it works once, for 72 hours:\n${new URL(path, server).href}`);
  return 0;
});
