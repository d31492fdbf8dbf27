"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ClosedReason, Finding, InterimMeasure, NotConfirmedReason } from "#generated/prisma/enums.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { NextStep } from "../rules/next-steps.ts";
import type { TRACED_CHANNELS } from "../rules/channels.ts";
import type { Story } from "./match-types.ts";

/** What is typed for a step; its ids are made once, so that a second try is the same step. */
export type StepDraft = {
  eventId: string;
  requestId: string;
  at: Date;
  channel: (typeof TRACED_CHANNELS)[number];
  finding?: Finding;
  interimMeasure?: InterimMeasure;
  answer?: "confirmed" | "not_confirmed";
  reason?: NotConfirmedReason;
  closedReason?: ClosedReason;
};

/** Names of what this step still needs. */
export function missingIn(step: NextStep, draft: StepDraft): string[] {
  const answers = step === "reply" || step === "national";
  const wanted: [boolean, string][] = [
    [Number.isNaN(draft.at.getTime()), "at"],
    [step === "finding" && !draft.finding, "finding"],
    [step === "close" && !draft.closedReason, "closedReason"],
    [answers && !draft.answer, "answer"],
    [answers && draft.answer === "not_confirmed" && !draft.reason, "reason"],
  ];
  return wanted.filter(([missing]) => missing).map(([, name]) => name);
}

/** Sends one step under the version on the screen, then reads the story anew: also when someone else was quicker. */
export function useStepSending(story: Story, step: NextStep, done: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const finding = useMutation(trpc.matches.recordFinding.mutationOptions());
  const request = useMutation(trpc.matches.requestConfirmation.mutationOptions());
  const reply = useMutation(trpc.matches.recordReply.mutationOptions());
  const national = useMutation(trpc.matches.confirmNationally.mutationOptions());
  const noReply = useMutation(trpc.matches.markNoReply.mutationOptions());
  const closing = useMutation(trpc.matches.close.mutationOptions());
  const mutation = { finding, request, reply, national, no_reply: noReply, close: closing }[step];
  const settled = {
    onSuccess: done,
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.matches.pathKey() }),
  };

  const send = (draft: StepDraft) => {
    const { eventId, at, channel, answer, reason } = draft;
    const common = { id: story.id, version: story.version, eventId, at };
    const said = answer && { answer, reason: answer === "confirmed" ? null : (reason ?? null) };
    if (step === "finding" && draft.finding)
      finding.mutate(
        { ...common, finding: draft.finding, interimMeasure: draft.interimMeasure ?? null },
        settled,
      );
    if (step === "request") request.mutate({ ...common, channel, requestId: draft.requestId }, settled);
    if (step === "reply" && said) reply.mutate({ ...common, channel, ...said }, settled);
    if (step === "national" && said) national.mutate({ ...common, ...said }, settled);
    if (step === "no_reply") noReply.mutate(common, settled);
    if (step === "close" && draft.closedReason)
      closing.mutate({ ...common, reason: draft.closedReason }, settled);
  };
  return { send, pending: mutation.isPending, error: mutation.error };
}
