import { Database } from "#generated/prisma/enums.ts";

/** Databases that answer with a hit; "unstated" and its like belong to archived figures. */
export const MATCH_DATABASES = (Object.keys(Database) as Database[]).filter(
  (name) => name !== "unstated" && name !== "interpol_unspecified",
) as [Database, ...Database[]];
