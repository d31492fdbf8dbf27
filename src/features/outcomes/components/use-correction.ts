"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ClashSide } from "#components/form/clash.tsx";
import { useDraft, useDraftOwner } from "#components/form/drafts.tsx";
import { useZodForm, type Checks } from "#components/form/use-zod-form.ts";
import { keepWorld } from "#components/layout/keep-world.ts";
import { useExercise } from "#components/layout/world-link.tsx";
import { newId } from "#lib/ids.ts";
import { errorOf } from "#offline/outbox.ts";
import { findUnderWay } from "#offline/under-way.ts";
import { useOutbox, type OutboxInputs } from "#offline/use-outbox.ts";
import {
  fieldsOf,
  keptValues,
  sameField,
  typedOf,
  valuesOf,
  type Details,
  type FieldKey,
  type Version,
} from "./correction-kinds.ts";
import { useAboutResult, useRefresh } from "./use-result-answer.ts";

type Typed = Record<string, unknown> & { id: string; supersedesId: string; version: number; reason: string };
type Kind = `${Details["kind"]}.correct`;
type Chosen = Partial<Record<FieldKey, ClashSide>>;

const CLASH = "result.changed_meanwhile";

/** A correction of this result that waits on this device, or came back to it. */
export function useCorrectionUnderWay({ kind, id }: Details) {
  const outbox = useOutbox(useDraftOwner());
  const found = findUnderWay(outbox.entries, {
    kind: `${kind}.correct`,
    is: ({ supersedesId }) => supersedesId === id,
  });
  // An answer that waits goes first: it changes the version that a correction would be made of.
  const answer = findUnderWay(outbox.entries, { kind: "result.answer", is: (input) => input.id === id });
  return { outbox, ...found, answered: answer.waits !== undefined };
}

/** The half-typed correction of a result, kept on this device until it is sent. */
export const useCorrectionDraft = ({ kind, id }: Details) => useDraft(`correct:${kind}:${id}`);

/** The correction as it is typed, through the outbox; when somebody was faster, both versions and what is chosen of the two. */
export function useCorrection(result: Details, sent: () => void) {
  const { kind } = result;
  const { outbox, refused } = useCorrectionUnderWay(result);
  const draft = useCorrectionDraft(result);
  const about = useAboutResult();
  const settle = useSettle(kind);
  const [pending, setPending] = useState(false);
  const [stayed, setStayed] = useState<unknown>(null);
  const [kept] = useState(() => keptValues(kind, draft.read() ?? refused?.input));
  const form = useZodForm<Typed>({
    schema: CHECKS[kind],
    initialValues: {
      id: refused?.id ?? newId(),
      ...valuesOf(kind, result),
      reason: "",
      ...kept,
      supersedesId: result.id,
      version: result.version,
    },
    onValuesChange: (values) => draft.keep(values),
  });
  // What came back, or was begun on a version that stands no more, opens beside the one that does.
  const [clashes, setClashes] = useState(refused?.reason === CLASH || result.supersededAt !== null);
  const [picked, setPicked] = useState<Chosen>({});
  const theirs = (clashes && result.versions.find(({ supersededAt }) => supersededAt === null)) || null;
  const chosen = theirs ? { ...untouched(result, { values: form.values, theirs }), ...picked } : picked;
  const submit = form.onSubmit(async (values) => {
    if (pending) return;
    setPending(true);
    const next = theirs ? merge(kind, { values, theirs, chosen }) : values;
    const entry = await outbox.file(
      `${kind}.correct` as Kind,
      next as unknown as OutboxInputs[Kind],
      about({ ...result, id: next.supersedesId }),
    );
    if (entry.state !== "refused") {
      draft.drop();
      sent();
    }
    await settle(entry.state === "sent" ? entry.id : null);
    setClashes(entry.refusal?.reason === CLASH);
    setStayed(entry.refusal ? errorOf(entry.refusal) : null);
    setPending(false);
  });
  const choose = (key: string, side: ClashSide) => setPicked({ ...picked, [key]: side });
  return {
    form,
    pending,
    submit,
    theirs,
    chosen,
    choose,
    error: refused?.error ?? stayed,
    restored: kept !== null,
  };
}

type Sides = { values: Typed; theirs: Version };

/** What only the others changed is theirs to begin with. */
function untouched(result: Details, { values, theirs }: Sides): Chosen {
  const mine = typedOf(result.kind, { values, row: result });
  const left = fieldsOf(result.kind).filter(
    ([key]) => sameField(key, mine, result) && !sameField(key, theirs, result),
  );
  return Object.fromEntries(left.map(([key]) => [key, "theirs" as const]));
}

/** A version that replaces the one that stands, each field from the side that was chosen. */
function merge(kind: Details["kind"], { values, theirs, chosen }: Sides & { chosen: Chosen }): Typed {
  const taken = valuesOf(kind, theirs);
  const fields = fieldsOf(kind).map(([key, name]) => [
    name,
    chosen[key] === "theirs" ? taken[name] : values[name],
  ]);
  return {
    ...values,
    ...(Object.fromEntries(fields) as Record<string, unknown>),
    supersedesId: theirs.id,
    version: theirs.version,
  };
}

/** Reads again what stands; goes to the new version once there is one. */
function useSettle(kind: Details["kind"]) {
  const refresh = useRefresh();
  const router = useRouter();
  const exercise = useExercise();
  return async (id: string | null) => {
    if (id !== null) router.push(keepWorld(`/results/${kind}/${id}`, exercise));
    await refresh();
  };
}

/** Fetched with the page that corrects, so that a correction needs no connection once the page is open. */
export const CHECKS: Record<Details["kind"], Checks> = {
  arrest: async () => (await import("../schema/correct.ts")).correctArrestInput,
  people: async () => (await import("../schema/correct.ts")).correctPeopleInput,
  seizure: async () => (await import("../schema/correct.ts")).correctSeizureInput,
  outcome: async () => (await import("../schema/correct.ts")).correctOutcomeInput,
};
