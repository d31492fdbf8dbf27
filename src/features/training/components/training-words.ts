"use client";

import { useTranslations } from "next-intl";
import type { Delivery, EvaluationKind, Topic, TrainingState } from "#generated/prisma/enums.ts";
import { useFormatter } from "#i18n/use-formatter.ts";

type Organisation = { name: string; acronym: string | null };

/** The words of a session in the reader's language. */
export function useTrainingWords() {
  const terms = useTranslations("terms");
  const format = useFormatter();
  return {
    state: (state: TrainingState) => terms(`trainingState.${state}`),
    delivery: (delivery: Delivery) => terms(`delivery.${delivery}`),
    evaluation: (kind: EvaluationKind) => terms(`evaluationKind.${kind}`),
    topics: (topics: readonly Topic[]) => topics.map((topic) => terms(`topic.${topic}`)).join(" · "),
    language: (code: string) => format.displayName(code, { type: "language" }) ?? code,
    organisation: ({ name, acronym }: Organisation) => (acronym ? `${name} (${acronym})` : name),
  };
}
