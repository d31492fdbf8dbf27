"use client";

import { useLocale, useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { countryName } from "#lib/country.ts";
import type { Operation } from "./operation-header.tsx";
import { OperationStateBadge } from "./operation-state-badge.tsx";
import styles from "./operation-page.module.css";

export function OperationParticipants({ operation: { participations } }: { operation: Operation }) {
  const t = useTranslations("operations.plan");
  const terms = useTranslations("terms.participationRole");
  const locale = useLocale();
  return (
    <Card title={t("countries")}>
      {participations.length === 0 ? (
        <p className={styles.empty}>{t("noCountries")}</p>
      ) : (
        <SimpleTable
          label={t("countries")}
          columns={[{ header: t("country") }, { header: t("role") }, { header: t("state") }]}
          rows={participations.map(({ countryCode, role, state }) => ({
            key: countryCode,
            cells: [
              countryName(countryCode, locale),
              terms(role),
              <OperationStateBadge key="state" state={state} />,
            ],
          }))}
        />
      )}
    </Card>
  );
}

type Partners = {
  operation: Operation;
  /** More than this many are cut, with a way to all of them. */
  most?: number;
};

export function OperationPartners({ operation: { organisations, slug }, most = 200 }: Partners) {
  const t = useTranslations("operations.plan");
  const terms = useTranslations("terms");
  return (
    <Card title={t("partners")}>
      {organisations.length === 0 ? (
        <p className={styles.empty}>{t("noPartners")}</p>
      ) : (
        <ul className={styles.list}>
          {organisations.slice(0, most).map(({ role, note, organisation }) => (
            <li key={`${role}-${organisation.id}`}>
              <bdi>{organisation.name}</bdi>
              <small>
                {terms(`organisationRole.${role}`)} · {terms(`organisationKind.${organisation.kind}`)}
                {note && <bdi> · {note}</bdi>}
              </small>
            </li>
          ))}
        </ul>
      )}
      {organisations.length > most && (
        <p className={styles.note}>
          <WorldLink href={`/operations/${slug}?tab=plan`}>
            {t("allPartners", { count: organisations.length })}
          </WorldLink>
        </p>
      )}
    </Card>
  );
}
