"use client";

import { useLocale, useTranslations } from "next-intl";
import { countryName, isCountryCode } from "#lib/country.ts";
import { verbOf } from "../rules.ts";

type EntityKey = Parameters<ReturnType<typeof useTranslations<"audit.entity">>>[0];
type VerbKey = Parameters<ReturnType<typeof useTranslations<"audit.verb">>>[0];

/** An event in the reader's language: the thing and what was done with it. */
export function useEventWords() {
  const t = useTranslations("audit");
  const entities = useTranslations("audit.entity");
  const verbs = useTranslations("audit.verb");
  const locale = useLocale();
  const entity = (name: string) => entities(entities.has(name as EntityKey) ? (name as EntityKey) : "other");
  const verb = (name: string) => verbs(verbs.has(name as VerbKey) ? (name as VerbKey) : "other");
  const chain = (name: string): string => {
    if (name === "system") return t("chain.system");
    if (name === "sign-in") return t("chain.signIn");
    return isCountryCode(name) ? countryName(name, locale) : name;
  };
  return {
    entity,
    verb,
    chain,
    event: (event: { entity: string; action: string }) =>
      t("what", { entity: entity(event.entity), verb: verb(verbOf(event.action)) }),
  };
}
