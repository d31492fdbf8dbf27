"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { PasswordField, TextField } from "#components/form/text-field.tsx";
import styles from "./door.module.css";
import { postSignIn } from "./post-sign-in.ts";
import type { Locale } from "#i18n/locale.ts";

type Props = {
  /** Called once signed in, with the language the person keeps in their profile. */
  onDone: (locale: Locale | undefined) => void;
  /** The e-mail to begin with, when it is known who was signed in. */
  email?: string;
};

export function SignInForm({ onDone, email = "" }: Props) {
  const t = useTranslations("sign-in");
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    setPending(true);
    setError(null);
    try {
      const given = { email: String(typed.get("email")), password: String(typed.get("password")) };
      onDone(await postSignIn("callback/credentials", given));
    } catch (caught) {
      setError(caught);
      setPending(false);
    }
  };
  return (
    <form className={styles.form} method="post" onSubmit={(event) => void submit(event)}>
      <Refusal error={error} title={t("refusedTitle")} />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        defaultValue={email}
        autoComplete="username"
        inputMode="email"
        dir="ltr"
        maxLength={254}
        required
        withAsterisk={false}
      />
      <PasswordField
        name="password"
        label={t("password")}
        autoComplete="current-password"
        maxLength={128}
        required
        withAsterisk={false}
      />
      <SubmitButton pending={pending} fullWidth>
        {t("submit")}
      </SubmitButton>
      <p className={styles.small}>
        <Link href="/forgotten">{t("forgotten")}</Link>
      </p>
    </form>
  );
}
