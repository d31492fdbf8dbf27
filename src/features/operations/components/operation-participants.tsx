"use client";

import { useLocale, useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { countryName } from "#lib/country.ts";
import { EditPart, NothingYet } from "./nothing-yet.tsx";
import type { Operation } from "./operation-header.tsx";
import { OperationStateBadge } from "./operation-state-badge.tsx";
import styles from "./operation-page.module.css";

export function OperationParticipants({ operation }: { operation: Operation }) {
  const { participations } = operation;
  const t = useTranslations("operations.plan");
  const terms = useTranslations("terms.participationRole");
  const locale = useLocale();
  return (
    <Card title={t("countries")} action={<EditPart operation={operation} part="countries" />}>
      {participations.length === 0 ? (
        <NothingYet operation={operation} part="countries" printed={t("noCountries")} />
      ) : (
        <SimpleTable
          label={t("countries")}
          columns={[{ header: t("country") }, { header: t("role") }, { header: t("state") }]}
          rows={participations.map(({ countryCode, role, state, focalLiaison }) => ({
            key: countryCode,
            cells: [
              <span key="country">
                {countryName(countryCode, locale)}
                {focalLiaison && <small className={styles.small}>{focalLiaison}</small>}
              </span>,
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

export function OperationPartners({ operation, most = 200 }: Partners) {
  const { organisations, slug } = operation;
  const t = useTranslations("operations.plan");
  const terms = useTranslations("terms");
  const locale = useLocale();
  return (
    <Card title={t("partners")} action={<EditPart operation={operation} part="partners" />}>
      {organisations.length === 0 ? (
        <NothingYet operation={operation} part="partners" printed={t("noPartners")} />
      ) : (
        <ul className={styles.list}>
          {organisations.slice(0, most).map(({ role, note, organisation }) => (
            <li key={`${role}-${organisation.id}`}>
              <span>
                <bdi>{organisation.name}</bdi>
              </span>
              <small>
                {[
                  terms(`organisationRole.${role}`),
                  terms(`organisationKind.${organisation.kind}`),
                  organisation.countryCode && countryName(organisation.countryCode, locale),
                ]
                  .filter(Boolean)
                  .join(" · ")}
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
