import { Database } from "#generated/prisma/enums.ts";

/** Databases a system can be opened for; "unstated" and its like belong to archived figures. */
export const ACCESS_DATABASES = (Object.keys(Database) as Database[]).filter(
  (name) => name !== "unstated" && name !== "interpol_unspecified",
) as [Database, ...Database[]];
