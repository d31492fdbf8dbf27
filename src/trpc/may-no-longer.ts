import { TRPCClientError } from "@trpc/client";

/** Whether a refusal says that the reader may not read this, or no longer; any other failure leaves what was read. */
export function mayNoLonger(error: unknown): boolean {
  return error instanceof TRPCClientError && ["FORBIDDEN", "NOT_FOUND"].includes(error.data?.code);
}
