import {
  defaultShouldDehydrateQuery,
  MutationCache,
  QueryCache,
  QueryClient,
  type Query,
} from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import superjson from "superjson";
import { mayNoLonger } from "./may-no-longer.ts";

/** Event on `window` when the server no longer knows the session; the frame offers to sign in again and keeps the page. */
export const SIGNED_OUT_EVENT = "muster:signed-out";

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError(error, query) {
        tellSignedOut(error);
        if (mayNoLonger(error)) forget(query);
      },
    }),
    mutationCache: new MutationCache({ onError: tellSignedOut }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (count, error) => count < 2 && !isRefusal(error) },
      dehydrate: {
        serializeData: superjson.serialize,
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query),
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}

function isRefusal(error: unknown): boolean {
  return error instanceof TRPCClientError && Number(error.data?.httpStatus ?? 500) < 500;
}

/**
 * A query that fails once more keeps what it read before, which is right on a bad connection. Of what a reader lost the
 * right to nothing may stay, in whichever component.
 */
function forget(query: Query<unknown, unknown, unknown>): void {
  query.setState({ data: undefined });
}

function tellSignedOut(error: unknown): void {
  if (
    typeof window !== "undefined" &&
    error instanceof TRPCClientError &&
    error.data?.code === "UNAUTHORIZED"
  )
    window.dispatchEvent(new Event(SIGNED_OUT_EVENT));
}
