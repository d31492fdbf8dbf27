"use client";

import { Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { DEMO_DOMAIN } from "#lib/demo-accounts.ts";
import { useTRPC, useTRPCClient } from "#trpc/client.tsx";
import { postSignIn } from "./post-sign-in.ts";
import { SignInForm } from "./sign-in-form.tsx";
import styles from "./door.module.css";

type Props = {
  opened: boolean;
  onClose: () => void;
  /** The same person is signed in again. */
  onReturn: () => void;
  me: { id: string; email: string; name: string };
  demo: boolean;
};

/** The session ended under an open page: sign in over it, and what was typed is still there. */
export function SignInAgain({ opened, onClose, onReturn, me, demo }: Props) {
  const t = useTranslations("sign-in");
  const shell = useTranslations("shell");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const account =
    demo && me.email.endsWith(`@${DEMO_DOMAIN}`) ? me.email.slice(0, -DEMO_DOMAIN.length - 1) : null;
  const done = async () => {
    const now = await client.people.me.query();
    // Somebody else signed in: nothing of the first reader may stay on the screen.
    if (now.id !== me.id) return window.location.assign("/");
    onClose();
    onReturn();
    await cache.invalidateQueries({ queryKey: trpc.people.pathKey() });
    await cache.refetchQueries({ type: "active", predicate: (query) => query.state.status === "error" });
  };
  const again = async () => {
    try {
      await postSignIn("callback/demo", { account: account ?? "" });
      await done();
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      lockScroll={false}
      title={t("again.title")}
      closeButtonProps={{ "aria-label": shell("close") }}
    >
      <div className={styles.form}>
        <p>{t("again.text")}</p>
        <Refusal error={error} title={t("refusedTitle")} />
        {account !== null && (
          <ActionButton look="primary" onClick={() => void again()}>
            {t("submit")} · {me.name}
          </ActionButton>
        )}
        <SignInForm email={me.email} onDone={() => void done().catch(setError)} />
      </div>
    </Modal>
  );
}
