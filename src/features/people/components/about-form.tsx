"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import { ABOUT_FIELDS } from "../rules.ts";
import type { AboutInput } from "../schema.ts";
import styles from "./people.module.css";

/** The form once what is stated so far is here. */
export function AboutEditor() {
  const locale = useLocale();
  const read = useQuery(useTRPC().people.aboutInLanguage.queryOptions({ locale }));
  return (
    <Known query={read} waiting={<SkeletonLines lines={8} />}>
      {(stated) => <AboutForm stated={stated} />}
    </Known>
  );
}

/** What /about says, written in the language one reads; `stated` is what is there in this language alone. */
function AboutForm({ stated }: { stated: RouterOutputs["people"]["aboutInLanguage"] }) {
  const t = useTranslations("people.about");
  const labels = useTranslations("about");
  const locale = useLocale();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const form = useZodForm<AboutInput>({
    schema: async () => (await import("../schema.ts")).aboutInput,
    initialValues: {
      locale,
      texts: Object.fromEntries(ABOUT_FIELDS.map((field) => [field, stated[field]])) as AboutInput["texts"],
    },
  });
  const state = useMutation(
    trpc.people.stateAbout.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.people.pathKey() }),
    }),
  );
  return (
    <Card title={t("title")}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => state.mutate(values))}>
        <p className={styles.quiet}>{t("text")}</p>
        <Refusal error={state.error} />
        {state.isSuccess && <Notice tone="valid">{t("saved")}</Notice>}
        {ABOUT_FIELDS.map((field) => (
          <TextAreaField
            key={field}
            label={labels(field)}
            maxLength={600}
            {...form.getInputProps(`texts.${field}`)}
          />
        ))}
        <div>
          <SubmitButton pending={state.isPending} />
        </div>
      </form>
    </Card>
  );
}
