"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { MessagePage } from "#components/layout/message-page.tsx";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function Failure({ error, reset }: Props) {
  const t = useTranslations("shell");
  useEffect(() => {
    document.title = `${t("failure.title")} · ${t("product")}`;
  }, [t]);
  return (
    <MessagePage
      title={t("failure.heading")}
      action={
        <ActionButton look="primary" onClick={reset}>
          {t("tryAgain")}
        </ActionButton>
      }
    >
      {error.digest ? t("failure.text", { code: error.digest }) : t("failure.textNoCode")}
    </MessagePage>
  );
}
