"use client";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { useState, type ReactNode } from "react";
import superjson from "superjson";
import { makeQueryClient } from "./query-client.ts";
import type { AppRouter } from "./root.ts";

export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

const context = createTRPCContext<AppRouter>();
export const { useTRPC, useTRPCClient } = context;

let browserClient: QueryClient | undefined;
function queryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  return (browserClient ??= makeQueryClient());
}

/** Queries travel by POST, so that nothing sensitive stands in a URL; the one stream of hints carries no input. */
export function TRPCProvider({ children }: { children: ReactNode }) {
  const client = queryClient();
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: (operation) => operation.type === "subscription",
          true: httpSubscriptionLink({ url: "/api/trpc", transformer: superjson }),
          false: httpBatchLink({
            url: "/api/trpc",
            transformer: superjson,
            methodOverride: "POST",
            maxItems: 20,
          }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={client}>
      <context.TRPCProvider trpcClient={trpcClient} queryClient={client}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  );
}
