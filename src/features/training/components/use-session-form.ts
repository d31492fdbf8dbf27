"use client";

import { useZodForm } from "#components/form/use-zod-form.ts";
import { newId } from "#lib/ids.ts";
import type { PlanSession } from "../schema.ts";
import type { Session } from "./training-types.ts";

export type FormValues = PlanSession;

/** The plan on the form: what stands, or nothing yet. */
export function useSessionForm(session: Session | undefined, operationId: string | null) {
  return useZodForm<FormValues>({
    schema: async () => (await import("../schema.ts")).planSessionInput,
    initialValues: session ? valuesOf(session) : empty(operationId),
  });
}
export type TrainingForm = ReturnType<typeof useSessionForm>;

const empty = (operationId: string | null): FormValues => ({
  id: newId(),
  operationId,
  title: "",
  countryCode: "",
  place: "",
  startsOn: "",
  endsOn: "",
  delivery: "in_class",
  languages: [],
  topics: [],
  seats: null,
  trainerIds: [],
  pointIds: [],
});

/** What stands, as the form has it. */
export function valuesOf(session: Session): FormValues {
  const { id, operationId, title, countryCode, place, startsOn, endsOn, delivery, topics, seats } = session;
  return {
    id,
    operationId,
    title,
    countryCode,
    place,
    startsOn,
    endsOn,
    delivery,
    languages: session.languages as FormValues["languages"],
    topics,
    seats,
    trainerIds: session.trainers.map((trainer) => trainer.id),
    pointIds: session.points.map((point) => point.id),
  };
}
