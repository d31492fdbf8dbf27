"use client";

import { useQueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import type { RouterInputs } from "#trpc/client.tsx";
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

/** What the outbox knows how to send. */
export type OutboxInputs = {
  "return.file": RouterInputs["returns"]["file"];
  "return.supersede": RouterInputs["returns"]["supersede"];
  "match.record": RouterInputs["matches"]["record"];
  "arrest.record": RouterInputs["outcomes"]["recordArrest"];
  "people.record": RouterInputs["outcomes"]["recordPeopleGroups"];
  "seizure.record": RouterInputs["outcomes"]["recordSeizure"];
  "attendance.record": RouterInputs["training"]["recordAttendance"];
};
export type OutboxKind = keyof OutboxInputs;

function useSend(): Send {
  const client = useTRPCClient();
  return useCallback(
    async (entry) => {
      try {
        return { to: "sent", receipt: await sendTo(client, entry) };
      } catch (error) {
        return answerOf(error);
      }
    },
    [client],
  );
}

async function sendTo(
  client: ReturnType<typeof useTRPCClient>,
  { kind, input, tries }: OutboxEntry,
): Promise<string> {
  const offline = tries > 1;
  switch (kind as OutboxKind) {
    case "return.file":
      return (await client.returns.file.mutate({ ...(input as OutboxInputs["return.file"]), offline }))
        .receipt;
    case "return.supersede":
      return (
        await client.returns.supersede.mutate({ ...(input as OutboxInputs["return.supersede"]), offline })
      ).receipt;
    case "match.record":
      return (await client.matches.record.mutate(input as OutboxInputs["match.record"])).reference;
    case "arrest.record":
      return (await client.outcomes.recordArrest.mutate(input as OutboxInputs["arrest.record"])).receipt;
    case "people.record":
      return (await client.outcomes.recordPeopleGroups.mutate(input as OutboxInputs["people.record"]))
        .receipt;
    case "seizure.record":
      return (await client.outcomes.recordSeizure.mutate(input as OutboxInputs["seizure.record"])).receipt;
    case "attendance.record":
      return (await client.training.recordAttendance.mutate(input as OutboxInputs["attendance.record"]))
        .receipt;
  }
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
    async <K extends OutboxKind>(kind: K, input: OutboxInputs[K], about: OutboxEntry["about"]) => {
      if (personId === null) throw new Error("nobody is at this device");
      const kept = keepInOutbox(personId, { id: input.id, kind, about, input }, new Date());
      return sendEntry(personId, kept, send);
    },
    [personId, send],
  );
  const drop = useCallback((id: string) => personId !== null && dropFromOutbox(personId, id), [personId]);
  return { entries, queued: entries.filter(({ state }) => state === "waiting").length, file, drop };
}

/** Sends what waits when the page loads, the connection or the reader comes back, and every half minute. Mounted once, in the frame. */
export function useOutboxFlush(personId: string | null): number {
  const send = useSend();
  const queries = useQueryClient();
  const { queued } = useOutbox(personId);
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
  return queued;
}
