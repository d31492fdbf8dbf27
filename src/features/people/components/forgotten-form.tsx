"use client";

import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { Notice } from "#components/layout/notice.tsx";
import { useTRPC } from "#trpc/client.tsx";
import styles from "./door.module.css";

export function ForgottenForm() {
  const t = useTranslations("sign-in");
  const trpc = useTRPC();
  const ask = useMutation(trpc.people.requestPasswordLink.mutationOptions());
  const form = useZodForm({
    schema: async () => (await import("../schema.ts")).passwordLinkInput,
    initialValues: { email: "" },
  });
  return (
    <section className={`${styles.card} ${styles.narrow}`}>
      <h1>{t("forgottenPage.title")}</h1>
      {ask.isSuccess ? (
        <Notice tone="valid" title={t("forgottenPage.sentTitle")}>
          <p>{t("forgottenPage.sent")}</p>
        </Notice>
      ) : (
        <>
          <p className={styles.small}>{t("forgottenPage.text")}</p>
          <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => ask.mutate(values))}>
            <Refusal error={ask.error} />
            <TextField
              label={t("email")}
              type="email"
              inputMode="email"
              autoComplete="username"
              dir="ltr"
              {...form.getInputProps("email")}
            />
            <SubmitButton pending={ask.isPending} wide>
              {t("forgottenPage.submit")}
            </SubmitButton>
          </form>
        </>
      )}
      <p className={styles.small}>
        <Link href="/sign-in">{t("back")}</Link>
      </p>
    </section>
  );
}
