"use client";

import { useLocale, useTranslations } from "next-intl";
import { countryName } from "#lib/country.ts";
import type { OrganisationContent } from "../schema.ts";

/** What is said of an organisation, as it is read. */
export function useOrganisationWords() {
  const t = useTranslations("organisations");
  const terms = useTranslations("terms.organisationKind");
  const locale = useLocale();
  const country = (code: string | null) => (code === null ? t("noCountry") : countryName(code, locale));
  return {
    country,
    kind: terms,
    name: (name: keyof OrganisationContent) => t(`field.${name}`),
    value(content: OrganisationContent, name: keyof OrganisationContent): string {
      if (name === "kind") return terms(content.kind);
      if (name === "countryCode") return country(content.countryCode);
      return content[name] ?? "—";
    },
  };
}
