"use client";

import { useLocale, useTranslations } from "next-intl";
import { Chip } from "#components/layout/chip.tsx";
import { listed } from "#i18n/side-by-side.ts";
import { countryName } from "#lib/country.ts";
import type { Role } from "#generated/prisma/enums.ts";
import type { AssignmentState, Reach } from "../rules.ts";
import styles from "./people.module.css";

type Props = { assignment: Reach & { role: Role; state?: AssignmentState } };

/** A role and how far it reaches, in one line. */
export function AssignmentWords({ assignment: { role, countries, operations, state } }: Props) {
  const t = useTranslations("people");
  const terms = useTranslations("terms.role");
  const locale = useLocale();
  const where =
    countries === "all"
      ? t("allCountries")
      : listed(
          locale,
          countries.map((code) => countryName(code, locale)),
        );
  const which = operations === "all" ? t("allOperations") : t("someOperations", { count: operations.length });
  return (
    <span className={styles.assignment}>
      <b>{terms(role)}</b>
      <span>
        {where} · {which}
      </span>
      {state === "waiting" && <Chip tone="wait">{t("assignmentState.waiting")}</Chip>}
      {state === "revoked" && <Chip tone="prelim">{t("assignmentState.revoked")}</Chip>}
    </span>
  );
}
