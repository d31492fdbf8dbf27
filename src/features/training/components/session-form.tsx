"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionLink } from "#components/form/action-button.tsx";
import { Clash } from "#components/form/clash.tsx";
import { readError } from "#components/form/read-error.ts";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { keepWorld } from "#components/layout/keep-world.ts";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { whyNotTheseDays } from "../rules.ts";
import { SessionFields } from "./session-fields.tsx";
import type { Session } from "./training-types.ts";
import { useSessionForm, valuesOf, type FormValues } from "./use-session-form.ts";
import { useSessionClash } from "./use-session-clash.tsx";
import styles from "./training.module.css";

/** Plans a session, or changes the plan of one over the version that was opened. */
export function SessionForm({ session, exercise }: { session?: Session; exercise: boolean }) {
  const t = useTranslations("training.form");
  const trpc = useTRPC();
  const { data: choices, error } = useQuery(trpc.training.planChoices.queryOptions({ exercise }));
  const form = useSessionForm(session);
  const { save, pending, refused, clash } = useSaving(session, form.setFieldValue as never);
  if (error) return <Refusal error={error} title={t("title")} />;
  if (!choices) return <SkeletonLines lines={8} />;
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
      <SessionFields form={form} choices={choices} />
      {clash.fields === null && <Refusal error={refused} />}
      <div className={styles.actions}>
        <SubmitButton pending={pending}>{t(session ? "save" : "plan")}</SubmitButton>
        <ActionLink href={session ? `/training/${session.id}` : "/training"}>{t("leave")}</ActionLink>
      </div>
    </form>
  );
}

function useSaving(
  session: Session | undefined,
  setField: (name: keyof FormValues, value: FormValues[keyof FormValues]) => void,
) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const exercise = useExercise();
  const clash = useSessionClash(session, valuesOf);
  const onSuccess = async ({ id }: { id: string }) => {
    await queries.invalidateQueries(trpc.training.pathFilter());
    router.push(keepWorld(`/training/${id}`, exercise));
  };
  const plan = useMutation(trpc.training.plan.mutationOptions({ onSuccess }));
  const amend = useMutation(
    trpc.training.amend.mutationOptions({
      onSuccess,
      onError: (error, { version: _, ...sent }) => {
        if (readError(error).reason === "training.changed_meanwhile") void clash.open(sent);
      },
    }),
  );
  const save = (values: FormValues) => {
    if (!session) return plan.mutate(values);
    const settled = clash.settle(values);
    for (const [name, value] of Object.entries(settled))
      setField(name as keyof FormValues, value as FormValues[keyof FormValues]);
    amend.mutate({ ...settled, version: clash.version });
  };
  return {
    save,
    pending: plan.isPending || amend.isPending,
    refused: plan.error ?? amend.error,
    clash,
  };
}
