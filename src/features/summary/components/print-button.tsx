"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";

export function PrintButton() {
  const t = useTranslations("summary");
  return <ActionButton onClick={() => window.print()}>{t("print")}</ActionButton>;
}
