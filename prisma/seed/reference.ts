import pg from "pg";
import { countryAliases } from "#lib/country-alias.ts";
import { COUNTRY_CODES, INTERPOL_AS_OF, isInterpolMember, parentOf, regionOf } from "#lib/country.ts";

const UPSERT_COUNTRIES = `
  INSERT INTO country (code, region, interpol_member, interpol_as_of, parent_code)
  SELECT code, region, member, $5::date, parent
  FROM unnest($1::text[], $2::text[], $3::boolean[], $4::text[]) AS c (code, region, member, parent)
  ON CONFLICT (code) DO UPDATE
    SET region = EXCLUDED.region, interpol_member = EXCLUDED.interpol_member,
        interpol_as_of = EXCLUDED.interpol_as_of, parent_code = EXCLUDED.parent_code
  WHERE (country.region, country.interpol_member, country.interpol_as_of, country.parent_code)
    IS DISTINCT FROM (EXCLUDED.region, EXCLUDED.interpol_member, EXCLUDED.interpol_as_of, EXCLUDED.parent_code)`;

// An alias that someone pointed elsewhere by hand stays as they set it.
const ADD_ALIASES = `
  INSERT INTO country_alias (alias, country_code)
  SELECT alias, code FROM unnest($1::text[], $2::text[]) AS a (alias, code)
  ON CONFLICT (alias) DO NOTHING`;

/**
 * Brings the 249 countries and territories and what people write for them into the database, as its owner.
 * May run any number of times; returns how many rows it wrote.
 */
export async function seedReference(ownerUrl: string): Promise<{ countries: number; aliases: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // Without a listener a database that goes away would end the whole process; the pending query rejects anyway.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("BEGIN");
    const countries = await client.query(UPSERT_COUNTRIES, [
      COUNTRY_CODES,
      COUNTRY_CODES.map(regionOf),
      COUNTRY_CODES.map(isInterpolMember),
      COUNTRY_CODES.map(parentOf),
      INTERPOL_AS_OF,
    ]);
    const aliases = await client.query(ADD_ALIASES, [
      [...countryAliases().keys()],
      [...countryAliases().values()],
    ]);
    await client.query("COMMIT");
    return { countries: countries.rowCount ?? 0, aliases: aliases.rowCount ?? 0 };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}
