import { z } from "zod";
import { OperationState } from "#generated/prisma/enums.ts";
import { isCountryCode } from "#lib/country.ts";
import { pageInput } from "#lib/paging.ts";
import { isLocalDate } from "#lib/period.ts";
import { OPERATION_TABS, OPERATION_VIEWS, type OperationTab, type OperationView } from "./rules.ts";

export type { OperationTab };

const day = z.string().refine(isLocalDate);
const flag = z.union([z.boolean(), z.enum(["0", "1"]).transform((written) => written === "1")]);

/** Which operations: the same set whether as table, timeline or map. */
const chosen = {
  text: z.string().trim().max(200).optional(),
  programme: z.string().min(1).max(400).optional(),
  country: z.string().refine(isCountryCode).optional(),
  state: z.enum(OperationState).optional(),
  from: day.optional(),
  to: day.optional(),
  exercise: flag.default(false),
};
export const operationChoice = z.strictObject(chosen);
export type OperationChoice = z.output<typeof operationChoice>;

export const OPERATION_SORTS = ["codename", "startsOn", "state", "countries"] as const;
export type OperationSort = (typeof OPERATION_SORTS)[number] | `-${(typeof OPERATION_SORTS)[number]}`;
const sorts = OPERATION_SORTS.flatMap((column): OperationSort[] => [column, `-${column}`]);

export const operationFilter = z.strictObject({
  ...chosen,
  ...pageInput.shape,
  sort: z.enum(sorts).default("-startsOn"),
});
export type OperationFilter = z.output<typeof operationFilter>;

export const operationWorld = operationChoice.pick({ exercise: true });

/** Any further slug than these characters names no operation. */
export const operationInput = z.strictObject({ slug: z.string().min(1).max(160) });
export const operationIdInput = z.strictObject({ operationId: z.uuid() });
export type OperationIdInput = z.output<typeof operationIdInput>;

export type Search = Record<string, string | string[] | undefined>;

const one = (search: Search, name: string) => {
  const value = search[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === "" ? undefined : first;
};

/** The filter as the address says it; what cannot be read is left out rather than refused. */
export function readOperationSearch(search: Search): {
  filter: OperationFilter;
  choice: OperationChoice;
  view: OperationView;
} {
  const read = (name: string, schema: z.ZodType) => {
    const value = one(search, name);
    const parsed = schema.safeParse(name === "page" || name === "size" ? Number(value) : value);
    return value !== undefined && parsed.success ? { [name]: parsed.data } : {};
  };
  const from = (shape: Record<string, z.ZodType>) =>
    Object.assign({}, ...Object.entries(shape).map(([name, schema]) => read(name, schema))) as object;
  const view = OPERATION_VIEWS.find((name) => name === one(search, "view")) ?? "table";
  return {
    filter: operationFilter.parse(from(operationFilter.shape)),
    choice: operationChoice.parse(from(operationChoice.shape)),
    view,
  };
}

export function readOperationTab(search: Search): OperationTab {
  return OPERATION_TABS.find((name) => name === one(search, "tab")) ?? "overview";
}
