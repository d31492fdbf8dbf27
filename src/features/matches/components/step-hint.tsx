"use client";

import { useLocale, useTranslations } from "next-intl";
import { issuerCountry } from "#lib/issuer.ts";
import { authorityName } from "../rules/asked.ts";
import type { NextStep } from "../rules/next-steps.ts";
import type { Story } from "./match-types.ts";

/** One calm sentence where it matters: what is asked of whom, and what a reply needs. */
export function StepHint({ story, step }: { story: Story; step: NextStep }) {
  const t = useTranslations("matches");
  const locale = useLocale();
  const { reference, asked } = story;
  if (step === "request" && asked !== null) {
    const who = authorityName(asked, locale);
    const key = issuerCountry(asked) === null ? "stepHint.request_organisation" : "stepHint.request";
    return <p>{t(key, { reference, who })}</p>;
  }
  if (step === "reply" || step === "national" || step === "close") return <p>{t(`stepHint.${step}`)}</p>;
  return null;
}
