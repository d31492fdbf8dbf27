import "server-only";
import type { Ctx } from "#server/procedure.ts";
import type { CloseMatch } from "../schema.ts";
import { takeStep } from "./take-step.ts";

/** Closes a match for a reason that its state allows. */
export function closeMatch(ctx: Ctx, input: CloseMatch): Promise<{ id: string }> {
  const { reason, ...step } = input;
  return takeStep(ctx, step, { action: { do: "close", reason }, reason });
}
