"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { ActionLink } from "#components/form/action-button.tsx";
import { Clash } from "#components/form/clash.tsx";
import { Known } from "#components/form/known.tsx";
import { readError } from "#components/form/read-error.ts";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { keepWorld } from "#components/layout/keep-world.ts";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { whyNotTheseDays } from "../rules.ts";
import { SessionFields } from "./session-fields.tsx";
import type { PlanChoices, Session } from "./training-types.ts";
import { useSessionForm, valuesOf, type FormValues } from "./use-session-form.ts";
import { useSessionClash } from "./use-session-clash.tsx";
import styles from "./training.module.css";

type Props = { session?: Session; exercise: boolean };

/** Plans a session, or changes the plan of one over the version that was opened. */
export function SessionForm(props: Props) {
  const t = useTranslations("training.form");
  const trpc = useTRPC();
  const { exercise } = props;
  const choices = useQuery(trpc.training.planChoices.queryOptions({ exercise }));
  return (
    <Known query={choices} title={t("title")} waiting={<SkeletonLines lines={8} />}>
      {(choices) =>
        exercise && choices.operations.length === 0 ? <NoExercise /> : <Form {...props} choices={choices} />
      }
    </Known>
  );
}

/** A session of the exercise belongs to one of its operations. */
function NoExercise() {
  const t = useTranslations("training.form");
  const planning = useTranslations("planning.new");
  const action = useCan()("operation:write") && (
    <ActionLink href="/operations/new">{planning("title")}</ActionLink>
  );
  return (
    <EmptyState title={t("noExercise")} action={action}>
      {t("noExerciseText")}
    </EmptyState>
  );
}

function Form({ session, exercise, choices }: Props & { choices: PlanChoices }) {
  const t = useTranslations("training.form");
  // A session of no operation is a real one: in the exercise one of its operations stands from the start.
  const form = useSessionForm(session, exercise ? (choices.operations[0]?.id ?? null) : null);
  const { save, pending, refused, clash } = useSaving(session, (values) => form.setValues(values));
  const submit = form.onSubmit((values) => {
    const why = whyNotTheseDays(values);
    if (why === null) save(values);
    else form.setFieldError("endsOn", t(why === "training.too_long" ? "tooLong" : "endsBefore"));
  });
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      {clash.fields !== null && (
        <Clash fields={clash.fields(choices)} chosen={clash.chosen} onChoose={clash.choose} />
      )}
      <SessionFields form={form} choices={choices} exercise={exercise} />
      <Refusal error={refused} />
      <div className={styles.actions}>
        <SubmitButton pending={pending}>{t(session ? "save" : "plan")}</SubmitButton>
        <ActionLink href={session ? `/training/${session.id}` : "/training"}>{t("leave")}</ActionLink>
      </div>
    </form>
  );
}

const isClash = (error: unknown) => readError(error).reason === "training.changed_meanwhile";

function useSaving(session: Session | undefined, show: (values: FormValues) => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const exercise = useExercise();
  const clash = useSessionClash(session, valuesOf);
  const onSuccess = ({ id }: { id: string }) => {
    void queries.invalidateQueries({ ...trpc.training.pathFilter(), refetchType: "none" });
    router.push(keepWorld(`/training/${id}`, exercise));
  };
  const plan = useMutation(trpc.training.plan.mutationOptions({ onSuccess }));
  const amend = useMutation(
    trpc.training.amend.mutationOptions({
      onSuccess,
      onError: (error, { version: _, ...sent }) => {
        if (isClash(error)) void clash.open(sent);
      },
    }),
  );
  const save = (values: FormValues) => {
    if (!session) return plan.mutate(values);
    const settled = clash.settle(values);
    show(settled);
    amend.mutate({ ...settled, version: clash.version });
  };
  return {
    save,
    pending: plan.isPending || amend.isPending,
    // Both versions stand above: that says it already.
    refused: clash.fields !== null && isClash(amend.error) ? null : (plan.error ?? amend.error),
    clash,
  };
}
