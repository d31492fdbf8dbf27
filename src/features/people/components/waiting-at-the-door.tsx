"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import styles from "./door.module.css";
import { postSignIn } from "./post-sign-in.ts";

/** Signed in, but every role still waits for approval. */
export function WaitingAtTheDoor() {
  const t = useTranslations("sign-in.waiting");
  const [error, setError] = useState<unknown>(null);
  const leave = async () => {
    try {
      await postSignIn("signout");
      window.location.assign("/sign-in");
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <section className={`${styles.card} ${styles.narrow}`}>
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <Refusal error={error} />
      <p className={styles.menus}>
        <ActionButton look="primary" onClick={() => window.location.assign("/")}>
          {t("reload")}
        </ActionButton>
        <ActionButton onClick={() => void leave()}>{t("signOut")}</ActionButton>
      </p>
    </section>
  );
}
