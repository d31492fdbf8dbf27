"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { readError } from "#components/form/read-error.ts";
import { Known } from "#components/form/known.tsx";
import { keepWorld } from "#components/layout/keep-world.ts";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { useInBrowser } from "#components/form/use-in-browser.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { Plan } from "../schema/plan.ts";
import { PlanClash } from "./plan-clash.tsx";
import { PlanForm } from "./plan-form.tsx";
import { PlanHeld } from "./plan-held.tsx";
import type { PlanChoices } from "./plan-tools.tsx";
import { usePlanForm } from "./use-plan-form.ts";

type Standing = RouterOutputs["operations"]["plan"];
type Props = { slug: string; today: string };

/** The plan of an operation that stands. What somebody else saved meanwhile is shown beside it, and neither is lost. */
export function EditOperation({ slug, today }: Props) {
  const t = useTranslations("planning");
  const trpc = useTRPC();
  // What this device keeps is known in the browser alone.
  const inBrowser = useInBrowser();
  const plan = useQuery({
    ...trpc.operations.plan.queryOptions({ slug }),
    // What is being edited stays what it was; a clash shows what changed meanwhile.
    staleTime: Infinity,
  });
  const { data: standing, error } = plan;
  const exercise = standing?.exercise ?? false;
  const choices = useQuery({
    ...trpc.operations.planForm.queryOptions({ exercise }),
    enabled: standing !== undefined,
  });
  const both = inBrowser && standing && choices.data ? { standing, choices: choices.data } : undefined;
  return (
    <Known
      query={{ data: both, error: error ?? choices.error, refetch: (error ? plan : choices).refetch }}
      title={t("edit.title")}
      waiting={<SkeletonBox height={480} />}
    >
      {(read) => <Filled key={read.standing.id} {...read} today={today} />}
    </Known>
  );
}

function Filled({ standing, choices, today }: { standing: Standing; choices: PlanChoices; today: string }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [theirs, setTheirs] = useState<Standing | null>(null);
  const [start] = useState(() => {
    const { id, version, exercise, plan } = standing;
    return { id, version, exercise, base: plan, plan };
  });
  const form = usePlanForm(start, `plan.${standing.id}`);
  const revise = useMutation(
    trpc.operations.revise.mutationOptions({
      async onSuccess({ slug }) {
        form.drop();
        await queries.invalidateQueries({ queryKey: trpc.operations.pathKey() });
        router.push(keepWorld(`/operations/${slug}?tab=plan`, standing.exercise));
      },
      async onError(error) {
        if (readError(error).reason !== "operation.changed_meanwhile") return;
        const now = trpc.operations.plan.queryOptions({ slug: standing.slug });
        setTheirs(await queries.query({ ...now, staleTime: 0 }));
      },
    }),
  );
  const send = (plan: Plan, reason: string | null, version = form.began.version) =>
    revise.mutate({ id: standing.id, version, plan, reason });
  const settle = (plan: Plan, sendIt: boolean) => {
    if (theirs === null) return;
    form.rebase(theirs.version, theirs.plan, plan);
    setTheirs(null);
    revise.reset();
    const checked = sendIt ? form.check(plan) : null;
    if (checked) send(checked, null, theirs.version);
  };
  if (theirs !== null)
    return (
      <PlanClash
        versions={{ base: form.began.base ?? theirs.plan, mine: form.plan, theirs: theirs.plan }}
        choices={choices}
        onSettle={settle}
      />
    );
  return (
    <PlanForm
      form={form}
      choices={choices}
      today={today}
      standing={standing}
      exercise={standing.exercise}
      onExercise={null}
      pending={revise.isPending || revise.isSuccess}
      refusal={<PlanHeld error={revise.error} form={form} choices={choices} />}
      onSend={send}
    />
  );
}
