"use client";

import { useLocale, useTranslations } from "next-intl";
import { authorityName } from "../rules/asked.ts";
import type { Awaited } from "../rules/awaited.ts";

/** What a match waits for and from whom: "Reply from Denmark". */
export function useAwaitedWords(): (match: { awaited: Awaited | null; asked: string | null }) => string {
  const t = useTranslations("matches");
  const locale = useLocale();
  return ({ awaited, asked }) => {
    const who = asked === null ? "" : authorityName(asked, locale);
    if (awaited === null) return t("awaited.nothing");
    if (awaited === "request") return who ? t("awaited.request", { who }) : t("awaited.request_unknown");
    return awaited === "reply" ? t("awaited.reply", { who }) : t(`awaited.${awaited}`);
  };
}
