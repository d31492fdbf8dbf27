"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Refusal } from "#components/form/refusal.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { LANGUAGE_NAMES, LOCALES, type Locale } from "#i18n/locale.ts";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { AssignmentInput, InvitePersonInput } from "../schema.ts";
import { AssignmentFields } from "./assignment-fields.tsx";
import styles from "./people.module.css";

const NO_ASSIGNMENT: AssignmentInput = { role: "liaison", countries: [], operations: "all" };

const blank = (locale: Locale): InvitePersonInput => ({
  id: newId(),
  email: "",
  name: "",
  locale,
  assignments: [NO_ASSIGNMENT],
});

export function InviteForm() {
  const t = useTranslations("people");
  const locale = useLocale();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const form = useZodForm<InvitePersonInput>({
    schema: async () => (await import("../schema.ts")).invitePersonInput,
    initialValues: blank(locale),
  });
  const invite = useMutation(
    trpc.people.invite.mutationOptions({
      onSuccess: async () => {
        form.setValues(blank(locale));
        await cache.invalidateQueries({ queryKey: trpc.people.pathKey() });
      },
    }),
  );
  return (
    <Card title={t("invite.title")}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => invite.mutate(values))}>
        <Refusal error={invite.error} />
        {invite.isSuccess && (
          <Notice tone="valid">{t("invite.sent", { email: invite.variables.email })}</Notice>
        )}
        <p className={styles.quiet}>{t("invite.text")}</p>
        <TextField
          label={t("email")}
          type="email"
          dir="ltr"
          autoComplete="off"
          {...form.getInputProps("email")}
        />
        <TextField label={t("name")} autoComplete="off" {...form.getInputProps("name")} />
        <SelectField
          label={t("invite.language")}
          data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          {...form.getInputProps("locale")}
        />
        <AssignmentFields
          value={form.values.assignments[0] ?? NO_ASSIGNMENT}
          onChange={(assignment) => form.setFieldValue("assignments", [assignment])}
          errors={{
            countries: form.errors["assignments.0.countries"],
            operations: form.errors["assignments.0.operations"],
          }}
        />
        <div>
          <SubmitButton pending={invite.isPending}>{t("invite.submit")}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
