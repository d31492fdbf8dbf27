"use client";

import { useQueryClient } from "@tanstack/react-query";
import { getUntypedClient, TRPCClientError } from "@trpc/client";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import type { RouterInputs, RouterOutputs } from "#trpc/client.tsx";
import { useTRPCClient } from "#trpc/client.tsx";
import {
  dropFromOutbox,
  flushOutbox,
  keepInOutbox,
  listOutbox,
  outboxMark,
  sendEntry,
  subscribeOutbox,
  type Answer,
  type OutboxEntry,
  type Send,
} from "./outbox.ts";

const EVERY_MS = 30_000;

/** What the outbox knows how to send, and where to: a table, because this code comes with every page. */
const PROCEDURES = {
  "return.file": "returns.file",
  "return.supersede": "returns.supersede",
  "return.answer": "returns.answer",
  "match.record": "matches.record",
  "match.answer": "matches.answerQuery",
  "arrest.record": "outcomes.recordArrest",
  "arrest.correct": "outcomes.correctArrest",
  "people.record": "outcomes.recordPeopleGroups",
  "people.correct": "outcomes.correctPeople",
  "seizure.record": "outcomes.recordSeizure",
  "seizure.correct": "outcomes.correctSeizure",
  "outcome.correct": "outcomes.correctOutcome",
  "result.answer": "outcomes.answer",
  "attendance.record": "training.recordAttendance",
} as const;
export type OutboxKind = keyof typeof PROCEDURES;
type At<Tree, Path> = Path extends `${infer Router}.${infer Procedure}`
  ? Router extends keyof Tree
    ? Procedure extends keyof Tree[Router]
      ? Tree[Router][Procedure]
      : never
    : never
  : never;
export type OutboxInputs = { [K in OutboxKind]: At<RouterInputs, (typeof PROCEDURES)[K]> };
/** What the sender gets in hand; a match is quoted by its reference. */
type Received = At<RouterOutputs, (typeof PROCEDURES)[OutboxKind]>;

function useSend(): Send {
  const client = useTRPCClient();
  return useCallback(
    async ({ kind, input, tries }) => {
      // The server is told that it waited where it keeps that: with a return.
      const waited = kind === "return.file" || kind === "return.supersede" ? { offline: tries > 1 } : {};
      try {
        const received = (await getUntypedClient(client).mutation(PROCEDURES[kind as OutboxKind], {
          ...(input as object),
          ...waited,
        })) as Received;
        return { to: "sent", receipt: "reference" in received ? received.reference : received.receipt };
      } catch (error) {
        return answerOf(error);
      }
    },
    [client],
  );
}

/** A refusal is final and shown; no answer, no session or a busy server means: later, under the same id. */
function answerOf(error: unknown): Answer {
  const data = error instanceof TRPCClientError ? (error.data as Record<string, unknown> | null) : null;
  const status = Number(data?.httpStatus ?? 0);
  if (!data || status >= 500 || status === 401 || status === 408 || status === 429) return { to: "waiting" };
  const reason = typeof data.reason === "string" ? data.reason : status === 404 ? "not_found" : "invalid";
  return {
    to: "refused",
    refusal: { reason, values: (data.values ?? {}) as Record<string, string | number> },
  };
}

/** `id` is said where what is sent has an id of its own beside that of the row it is about. */
export type About = OutboxEntry["about"] & { id?: string };

/** The outbox of the person at this device, with the one way to send something through it. */
export function useOutbox(personId: string | null) {
  const send = useSend();
  const mark = useSyncExternalStore(
    subscribeOutbox,
    () => (personId === null ? "" : outboxMark(personId)),
    () => "",
  );
  const entries = useMemo(
    () => (mark === "" || personId === null ? [] : listOutbox(personId)),
    [mark, personId],
  );
  const file = useCallback(
    async <K extends OutboxKind>(kind: K, input: OutboxInputs[K], { id, ...about }: About) => {
      if (personId === null) throw new Error("nobody is at this device");
      const kept = keepInOutbox(personId, { id: id ?? input.id, kind, about, input }, new Date());
      return sendEntry(personId, kept, send);
    },
    [personId, send],
  );
  const drop = useCallback((id: string) => personId !== null && dropFromOutbox(personId, id), [personId]);
  const count = (wanted: OutboxEntry["state"]) => entries.filter(({ state }) => state === wanted).length;
  return { entries, queued: count("waiting"), refused: count("refused"), file, drop };
}

/** Sends what waits when the page loads, the connection or the reader comes back, and every half minute. Mounted once, in the frame. */
export function useOutboxFlush(personId: string | null): { queued: number; refused: number } {
  const send = useSend();
  const queries = useQueryClient();
  const { queued, refused } = useOutbox(personId);
  useEffect(() => {
    if (personId === null) return;
    const flush = () => {
      if (
        document.visibilityState === "hidden" ||
        listOutbox(personId).every(({ state }) => state !== "waiting")
      )
        return;
      void flushOutbox(personId, send).then(() => queries.invalidateQueries());
    };
    flush();
    const timer = setInterval(flush, EVERY_MS);
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", flush);
      document.removeEventListener("visibilitychange", flush);
    };
  }, [personId, send, queries]);
  return { queued, refused };
}
