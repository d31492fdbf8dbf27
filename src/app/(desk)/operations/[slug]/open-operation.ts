import { notFound } from "next/navigation";
import { cache } from "react";
import { caller, isRefusedWith } from "#trpc/server.tsx";

/** What a reader may not see is not found: the address does not tell the two apart. */
export const openOperation = cache(async (slug: string) => {
  try {
    return await caller().operations.show({ slug });
  } catch (error) {
    if (isRefusedWith(error, ["NOT_FOUND", "FORBIDDEN", "BAD_REQUEST"])) notFound();
    throw error;
  }
});
