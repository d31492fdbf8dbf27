import { hash, verify } from "@node-rs/argon2";
import type { ClientBase } from "pg";
import { DEMO_ACCOUNTS, demoEmail, type DemoAccount } from "#lib/demo-accounts.ts";
import { countryName } from "#lib/country.ts";
import { ABOUT_DEMO } from "./about.ts";
import { ASSIGNMENT_IDS, IMPORT_PERSON_ID, MERIDIAN_ID, personId } from "./ids.ts";

const ROLE_NAMES: Record<DemoAccount["role"], string> = {
  administrator: "Administrator",
  programme_manager: "Programme manager",
  reviewer: "Reviewer",
  liaison: "Liaison",
  leadership: "Leadership",
  observer: "Observer",
};

function nameOf({ account, role, country }: DemoAccount): string {
  if (account === "coordination") return "Coordination unit";
  if (account === "admin.second") return "Second administrator";
  return country ? `${ROLE_NAMES[role]} ${countryName(country, "en")}` : ROLE_NAMES[role];
}

/**
 * The invented people of the demonstration with one password, as the owner of the database; what people changed since (names,
 * disabled accounts, own passwords of the same word) stays. Idempotent.
 */
export async function seedPeople(owner: ClientBase, password: string): Promise<void> {
  const passwordHash = await demoHash(owner, password);
  for (const demo of DEMO_ACCOUNTS) {
    await owner.query(
      `INSERT INTO person (id, email, name, locale, password_hash) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET password_hash = excluded.password_hash
       WHERE person.password_hash IS DISTINCT FROM excluded.password_hash`,
      [personId(demo.account), demoEmail(demo.account), nameOf(demo), demo.locale, passwordHash],
    );
    await seedAssignment(owner, demo);
  }
  await owner.query("INSERT INTO setting (key, value) VALUES ('about', $1) ON CONFLICT DO NOTHING", [
    JSON.stringify(ABOUT_DEMO),
  ]);
}

/** The hash already kept when it fits the password, so that a second seed changes nothing. */
async function demoHash(owner: ClientBase, password: string): Promise<string> {
  const { rows } = await owner.query<{ password_hash: string | null }>(
    "SELECT password_hash FROM person WHERE id = $1",
    [personId("manager")],
  );
  const kept = rows[0]?.password_hash;
  if (kept && (await verify(kept, password))) return kept;
  return hash(password, { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 });
}

async function seedAssignment(owner: ClientBase, demo: DemoAccount): Promise<void> {
  // Granted by one, approved by another; the administrators themselves come with the installation.
  const grantedBy = demo.role === "administrator" ? IMPORT_PERSON_ID : personId("admin.second");
  const approvedBy = demo.account === "admin" ? personId("admin.second") : personId("admin");
  await owner.query(
    `INSERT INTO assignment (id, person_id, role, all_countries, countries, all_operations, operations, granted_by_id,
                             granted_at, approved_by_id, approved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), $9, now()) ON CONFLICT (id) DO NOTHING`,
    [
      ASSIGNMENT_IDS[demo.account],
      personId(demo.account),
      demo.role,
      demo.country === null,
      demo.country === null ? [] : [demo.country],
      demo.meridianOnly !== true,
      demo.meridianOnly ? [MERIDIAN_ID] : [],
      grantedBy,
      approvedBy,
    ],
  );
}
