import "server-only";
import type { Scope } from "#access/scope.ts";
import { foldName } from "#lib/country-alias.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";
import type { Reference } from "../rules/map-operation.ts";

/** Names of countries and border points as the database knows them; throws `country.unknown` for another name. */
export async function loadReference(db: Tx, _scope: Scope): Promise<Reference> {
  const aliases = await db.countryAlias.findMany({ select: { alias: true, countryCode: true } });
  const points = await db.borderPoint.findMany({
    select: { id: true, countryCode: true, name: true, iata: true, kind: true },
  });
  const codes = new Map(aliases.map(({ alias, countryCode }) => [alias, countryCode]));
  return {
    points,
    countryOf(name) {
      const code = codes.get(foldName(name));
      if (code === undefined)
        throw new DomainError("invalid", "country.unknown", { values: { name: name.slice(0, 80) } });
      return code;
    },
  };
}
