"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ClashSide } from "#components/form/clash.tsx";
import { readError } from "#components/form/read-error.ts";
import { useZodForm, type Checks } from "#components/form/use-zod-form.ts";
import { keepWorld } from "#components/layout/keep-world.ts";
import { useExercise } from "#components/layout/world-link.tsx";
import { newId } from "#lib/ids.ts";
import { useTRPC, useTRPCClient } from "#trpc/client.tsx";
import type { CorrectArrest, CorrectOutcome, CorrectPeople, CorrectSeizure } from "../schema/correct.ts";
import { fieldsOf, valuesOf, type Details, type Values, type Version } from "./correction-kinds.ts";

/** The correction as it is typed; when somebody was faster, the version that stands now and what is chosen of the two. */
export function useCorrection(result: Details) {
  const { kind } = result;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const router = useRouter();
  const exercise = useExercise();
  const [theirs, setTheirs] = useState<Version | null>(null);
  const [chosen, setChosen] = useState<Record<string, ClashSide>>({});
  const form = useZodForm<Values & { reason: string }>({
    schema: CHECKS[kind],
    initialValues: {
      ...valuesOf(kind, result),
      id: newId(),
      supersedesId: result.id,
      version: result.version,
      reason: "",
    },
  });
  const correct = useMutation({
    mutationFn: (values: Values) => send(client, kind, values),
    onError: async (error) => {
      if (readError(error).reason !== "result.changed_meanwhile") return;
      const now = await client.outcomes.get.query({ kind, id: result.id });
      setTheirs(now.versions.find(({ supersededAt }) => supersededAt === null) ?? null);
    },
    onSuccess: async ({ id }) => {
      router.push(keepWorld(`/results/${kind}/${id}`, exercise));
      await queries.invalidateQueries({ queryKey: trpc.outcomes.pathKey() });
    },
  });
  const submit = form.onSubmit((values) => {
    if (!theirs) return correct.mutate(values);
    const taken = valuesOf(kind, theirs);
    const merged = Object.fromEntries(
      fieldsOf(kind).map(([key, name]) => [name, chosen[key] === "theirs" ? taken[name] : values[name]]),
    );
    correct.mutate({ ...values, ...merged, supersedesId: theirs.id, version: theirs.version });
  });
  return { form, correct, submit, theirs, chosen, setChosen };
}

const CHECKS: Record<Details["kind"], Checks> = {
  arrest: async () => (await import("../schema/correct.ts")).correctArrestInput,
  people: async () => (await import("../schema/correct.ts")).correctPeopleInput,
  seizure: async () => (await import("../schema/correct.ts")).correctSeizureInput,
  outcome: async () => (await import("../schema/correct.ts")).correctOutcomeInput,
};

async function send(client: ReturnType<typeof useTRPCClient>, kind: Details["kind"], values: Values) {
  switch (kind) {
    case "arrest":
      return client.outcomes.correctArrest.mutate(values as unknown as CorrectArrest);
    case "people":
      return client.outcomes.correctPeople.mutate(values as unknown as CorrectPeople);
    case "seizure":
      return client.outcomes.correctSeizure.mutate(values as unknown as CorrectSeizure);
    case "outcome":
      return client.outcomes.correctOutcome.mutate(values as unknown as CorrectOutcome);
  }
}
