"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Known } from "#components/form/known.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { keepWorld } from "#components/layout/keep-world.ts";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { newId } from "#lib/ids.ts";
import { useInBrowser } from "#components/form/use-in-browser.ts";
import { useTRPC } from "#trpc/client.tsx";
import { emptyPlan } from "../rules/empty-plan.ts";
import { PlanForm } from "./plan-form.tsx";
import type { PlanChoices } from "./plan-tools.tsx";
import { usePlanForm } from "./use-plan-form.ts";

type Props = { exercise: boolean; today: string };

/** A new operation from an empty form. */
export function NewOperation({ exercise, today }: Props) {
  const t = useTranslations("planning");
  const trpc = useTRPC();
  // What this device keeps is known in the browser alone.
  const inBrowser = useInBrowser();
  const { data, error, refetch } = useQuery({
    ...trpc.operations.planForm.queryOptions({ exercise }),
    // The other world is a click away; what is typed stays on the page meanwhile.
    placeholderData: keepPreviousData,
  });
  return (
    <Known
      query={{ data: inBrowser ? data : undefined, error, refetch }}
      title={t("new.title")}
      waiting={<SkeletonBox height={480} />}
    >
      {(choices) =>
        choices.mayOpen ? (
          <Filled choices={choices} exercise={exercise} today={today} />
        ) : (
          <EmptyState title={t("new.notYours")}>{t("new.notYoursText")}</EmptyState>
        )
      }
    </Known>
  );
}

function Filled({ choices, exercise, today }: Props & { choices: PlanChoices }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [start] = useState(() => ({
    id: newId(),
    version: 0,
    exercise,
    base: null,
    plan: emptyPlan(Number(today.slice(0, 4))),
  }));
  const form = usePlanForm(start, "plan.new");
  const open = useMutation(
    trpc.operations.open.mutationOptions({
      async onSuccess({ slug }) {
        form.drop();
        await queries.invalidateQueries({ queryKey: trpc.operations.pathKey() });
        router.push(keepWorld(`/operations/${slug}?tab=plan`, exercise));
      },
    }),
  );
  return (
    <PlanForm
      form={form}
      choices={choices}
      today={today}
      standing={null}
      exercise={exercise}
      onExercise={(chosen) => {
        // An operation of the other world cannot be the one this is part of.
        form.patch({ parentId: null });
        router.replace(keepWorld("/operations/new", chosen), { scroll: false });
      }}
      pending={open.isPending || open.isSuccess}
      refusal={<Refusal error={open.error} />}
      onSend={(plan) => open.mutate({ id: form.began.id, exercise, plan })}
    />
  );
}
