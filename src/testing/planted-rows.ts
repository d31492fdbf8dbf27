/** Puts a row into a table as the owner. */
export type Rows = { put: (table: string, row: Record<string, unknown>) => Promise<unknown> };
