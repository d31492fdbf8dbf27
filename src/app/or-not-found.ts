import { notFound } from "next/navigation";
import { isRefusedWith } from "#trpc/server.tsx";

/** What a reader may not see is not found: the address does not tell the two apart, nor from an address that was mistyped. */
export async function orNotFound<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (isRefusedWith(error, ["NOT_FOUND", "FORBIDDEN", "BAD_REQUEST"])) notFound();
    throw error;
  }
}
