"use client";

import { useState } from "react";
import { newId } from "#lib/ids.ts";
import { errorOf } from "./outbox.ts";
import { findUnderWay } from "./under-way.ts";
import { useOutbox, type About, type OutboxInputs, type OutboxKind } from "./use-outbox.ts";

type Asked<K extends OutboxKind> = {
  personId: string | null;
  kind: K;
  is: (input: OutboxInputs[K]) => boolean;
};

/** An answer through the outbox, one at a time and under an id of its own. `send` says whether it left the form. */
export function useAnswering<K extends OutboxKind>({ personId, ...asked }: Asked<K>) {
  const outbox = useOutbox(personId);
  const { waits, refused } = findUnderWay(outbox.entries, asked);
  const [fresh, setFresh] = useState(newId);
  const [pending, setPending] = useState(false);
  const [stayed, setStayed] = useState<unknown>(null);
  const send = async (inputOf: (id: string) => OutboxInputs[K], about: Omit<About, "id">) => {
    if (pending) return false;
    setPending(true);
    const id = refused?.id ?? fresh;
    const { refusal } = await outbox.file(asked.kind, inputOf(id), { ...about, id });
    setPending(false);
    const stays = refusal?.reason === "not_kept";
    setStayed(stays ? errorOf(refusal) : null);
    if (!stays) setFresh(newId());
    return !stays;
  };
  return { waits, before: refused?.input, error: stayed ?? refused?.error, pending, send };
}
