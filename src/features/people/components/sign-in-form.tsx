"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { PasswordField } from "#components/form/password-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
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
  const [typed, setTyped] = useState({ email, password: "" });
  const submit = async () => {
    setPending(true);
    setError(null);
    try {
      onDone(await postSignIn("callback/credentials", typed));
    } catch (caught) {
      setError(caught);
      setPending(false);
    }
  };
  return (
    <form
      className={styles.form}
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Refusal error={error} title={t("refusedTitle")} />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        value={typed.email}
        onChange={(event) => setTyped({ ...typed, email: event.currentTarget.value })}
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
        value={typed.password}
        onChange={(event) => setTyped({ ...typed, password: event.currentTarget.value })}
        maxLength={128}
        required
        withAsterisk={false}
      />
      <SubmitButton pending={pending} wide>
        {t("submit")}
      </SubmitButton>
      <p className={styles.small}>
        <Link href="/forgotten">{t("forgotten")}</Link>
      </p>
    </form>
  );
}
