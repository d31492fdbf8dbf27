"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { PasswordField } from "#components/form/password-field.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { useTRPC } from "#trpc/client.tsx";
import styles from "./people.module.css";

export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations("people.own");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const form = useZodForm({
    schema: async () => (await import("../schema.ts")).changePasswordInput,
    initialValues: { current: "", password: "" },
  });
  const change = useMutation(
    trpc.people.changePassword.mutationOptions({
      onSuccess: async () => {
        form.reset();
        await cache.invalidateQueries({ queryKey: trpc.people.sessions.pathKey() });
      },
    }),
  );
  return (
    <Card title={t("password")}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Refusal error={change.error} />
        {change.isSuccess && <Notice tone="valid">{t("passwordChanged")}</Notice>}
        {/* For password keepers, which file a password under its account. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordField
          label={t("current")}
          autoComplete="current-password"
          maxLength={128}
          {...form.getInputProps("current")}
        />
        <PasswordField
          label={t("new")}
          description={t("passwordHint")}
          autoComplete="new-password"
          maxLength={128}
          {...form.getInputProps("password")}
        />
        <div>
          <SubmitButton pending={change.isPending}>{t("passwordSubmit")}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
