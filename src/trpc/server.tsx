import "server-only";
import { TRPCError } from "@trpc/server";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cache, type ReactNode } from "react";
import { createCallerFactory } from "#server/procedure.ts";
import { currentRequest } from "#server/request.ts";
import { makeQueryClient } from "./query-client.ts";
import { appRouter } from "./root.ts";

export const getQueryClient = cache(makeQueryClient);

/** Query options for server components: `await prefetch(trpc.operations.list.queryOptions(filter))`. */
export const trpc = createTRPCOptionsProxy({
  ctx: currentRequest,
  router: appRouter,
  queryClient: getQueryClient,
});

const createCaller = createCallerFactory(appRouter);

/** Calls a procedure as the signed-in person, for doors that need its answer before they lay out. */
export const caller = () => createCaller(currentRequest);

/** Fills the cache that `HydrateClient` hands to the browser; a refusal is left for the component to show. */
export async function prefetch(options: { queryKey: readonly unknown[] }): Promise<void> {
  const client = getQueryClient();
  // tRPC's options name their own key and error types, which a fetch of no particular type does not take.
  await client.query(options as Parameters<typeof client.query>[0]).catch(() => undefined);
}

export function HydrateClient({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}

/** Whether a call was refused with one of these codes; anything else that went wrong is for the error page. */
export function isRefusedWith(error: unknown, codes: readonly TRPCError["code"][]): boolean {
  return error instanceof TRPCError && codes.includes(error.code);
}
