"use client";

import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Refusal } from "#components/form/refusal.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { PasswordField } from "#components/form/password-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { Notice } from "#components/layout/notice.tsx";
import { LANGUAGE_NAMES, LOCALES } from "#i18n/locale.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import type { RedeemInput } from "../schema.ts";
import styles from "./door.module.css";

type Props = { token: string; link: NonNullable<RouterOutputs["people"]["link"]> };

/** Redeems an invitation or a password link. It is spent by sending this form, never by opening the page. */
export function RedeemForm({ token, link }: Props) {
  const t = useTranslations("sign-in");
  const format = useFormatter();
  const locale = useLocale();
  const trpc = useTRPC();
  const redeem = useMutation(trpc.people.redeemLink.mutationOptions());
  const form = useZodForm<RedeemInput>({
    schema: async () => (await import("../schema.ts")).redeemInput,
    initialValues: { token, email: "", name: link.name ?? "", locale, password: "" },
  });
  const invited = link.purpose === "invitation";
  if (redeem.isSuccess) return <Redeemed />;
  return (
    <section className={`${styles.card} ${styles.narrow}`}>
      <h1>{invited ? t("invite.title") : t("invite.passwordTitle")}</h1>
      <p className={styles.small}>{invited ? t("invite.text") : t("invite.passwordText")}</p>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => redeem.mutate(values))}>
        <Refusal error={redeem.error} />
        <TextField
          label={t("email")}
          type="email"
          inputMode="email"
          autoComplete="username"
          dir="ltr"
          {...form.getInputProps("email")}
        />
        {invited && (
          <>
            <TextField label={t("invite.name")} autoComplete="name" {...form.getInputProps("name")} />
            <SelectField
              label={t("invite.language")}
              data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
              {...form.getInputProps("locale")}
            />
          </>
        )}
        <PasswordField
          label={t("invite.newPassword")}
          description={t("invite.passwordHint")}
          autoComplete="new-password"
          maxLength={128}
          {...form.getInputProps("password")}
        />
        <SubmitButton pending={redeem.isPending} wide>
          {t("invite.submit")}
        </SubmitButton>
      </form>
      <p className={styles.small}>
        {t("invite.until", { moment: format.dateTime(link.expiresAt, "momentZone") })}
      </p>
    </section>
  );
}

function Redeemed() {
  const t = useTranslations("sign-in");
  return (
    <section className={`${styles.card} ${styles.narrow}`}>
      <h1>{t("invite.doneTitle")}</h1>
      <Notice tone="valid">
        <p>{t("invite.done")}</p>
      </Notice>
      <p>
        <Link href="/sign-in">{t("title")}</Link>
      </p>
    </section>
  );
}

/** Used, withdrawn, expired or never made: it does not say which. */
export function DeadLink() {
  const t = useTranslations("sign-in");
  return (
    <section className={`${styles.card} ${styles.narrow}`}>
      <h1>{t("invite.deadTitle")}</h1>
      <p>{t("invite.dead")}</p>
      <p className={styles.small}>
        <Link href="/sign-in">{t("back")}</Link>
      </p>
    </section>
  );
}
