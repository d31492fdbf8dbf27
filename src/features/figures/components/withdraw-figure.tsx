"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { keepWorld } from "#components/layout/keep-world.ts";
import { Notice } from "#components/layout/notice.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { WithdrawFigure as Input } from "../schema.ts";
import styles from "./figures.module.css";

/** Takes a figure back with a reason; it leaves the lists and stays readable. */
export function WithdrawFigure({ id, back }: { id: string; back: string }) {
  const t = useTranslations("figures.withdraw");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const exercise = useExercise();
  const [asked, setAsked] = useState(false);
  const form = useZodForm<Input>({
    schema: async () => (await import("../schema.ts")).withdrawFigureInput,
    initialValues: { id, reason: "" },
  });
  const withdraw = useMutation(
    trpc.figures.withdraw.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.figures.pathKey() });
        router.push(keepWorld(back, exercise));
      },
    }),
  );
  if (!asked)
    return (
      <div>
        <ActionButton look="danger" onClick={() => setAsked(true)}>
          {t("ask")}
        </ActionButton>
      </div>
    );
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => withdraw.mutate(values))}>
      <Notice tone="wait" title={t("ask")}>
        <p>{t("text")}</p>
      </Notice>
      <TextAreaField
        required
        label={t("reason")}
        rows={2}
        maxLength={500}
        {...form.getInputProps("reason")}
      />
      <Refusal error={withdraw.error} />
      <div className={styles.actions}>
        <SubmitButton pending={withdraw.isPending}>{t("submit")}</SubmitButton>
        <ActionButton onClick={() => setAsked(false)}>{t("leave")}</ActionButton>
      </div>
    </form>
  );
}
