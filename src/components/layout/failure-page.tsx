"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ActionButton } from "../form/action-button.tsx";
import { MessagePage } from "./message-page.tsx";

type Props = { code: string | undefined; onRetry: () => void; framed?: boolean };

/** What stands where a page failed: what happened, what was kept, what to do, and the code to report. */
export function FailurePage({ code, onRetry, framed }: Props) {
  const t = useTranslations("shell");
  useEffect(() => {
    document.title = `${t("failure.title")} · ${t("product")}`;
  }, [t]);
  return (
    <MessagePage
      framed={framed}
      title={t("failure.heading")}
      action={
        <ActionButton look="primary" onClick={onRetry}>
          {t("tryAgain")}
        </ActionButton>
      }
    >
      {code ? t("failure.text", { code }) : t("failure.textNoCode")}
    </MessagePage>
  );
}
