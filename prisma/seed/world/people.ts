import type { ClientBase } from "pg";
import type { DemoRole } from "#lib/demo-accounts.ts";
import { IMPORT_PERSON_ID } from "../ids.ts";
import { WORLD_LEADERSHIP, WORLD_MANAGER, worldCountries, worldLiaison, worldReviewer } from "./shape.ts";

type WorldPerson = { account: string; role: DemoRole; country: string | null };

/** One of each role at headquarters, and a liaison and a reviewer in each country. */
function worldPeople(): WorldPerson[] {
  const everywhere: [string, DemoRole][] = [
    ["world.administrator", "administrator"],
    [WORLD_MANAGER, "programme_manager"],
    ["world.reviewer", "reviewer"],
    [WORLD_LEADERSHIP, "leadership"],
    ["world.observer", "observer"],
  ];
  return [
    ...everywhere.map(([account, role]) => ({ account, role, country: null })),
    ...worldCountries().flatMap((country): WorldPerson[] => [
      { account: worldLiaison(country), role: "liaison", country },
      { account: worldReviewer(country), role: "reviewer", country },
    ]),
  ];
}

/** Writes the world's people with one password between them. */
export async function plantPeople(owner: ClientBase, passwordHash: string): Promise<void> {
  const people = worldPeople();
  await owner.query(
    `INSERT INTO person (id, email, name, password_hash)
     SELECT ('019a0000-0000-7000-8010-' || lpad(to_hex(n), 12, '0'))::uuid, account || '@muster.example', account, $2
     FROM unnest($1::text[]) WITH ORDINALITY AS p (account, n)`,
    [people.map(({ account }) => account), passwordHash],
  );
  await owner.query(
    `INSERT INTO assignment (id, person_id, role, all_countries, countries, all_operations, operations, granted_by_id, granted_at, approved_by_id, approved_at)
     SELECT ('019a0000-0000-7000-8011-' || lpad(to_hex(n), 12, '0'))::uuid, ('019a0000-0000-7000-8010-' || lpad(to_hex(n), 12, '0'))::uuid, role::role,
            country IS NULL, CASE WHEN country IS NULL THEN '{}' ELSE ARRAY[country] END, true, '{}', $3, now(),
            ('019a0000-0000-7000-8010-' || lpad(to_hex(n % 5 + 1), 12, '0'))::uuid, now()
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS p (role, country, n)`,
    [people.map(({ role }) => role), people.map(({ country }) => country), IMPORT_PERSON_ID],
  );
}
