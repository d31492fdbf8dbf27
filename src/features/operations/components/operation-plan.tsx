"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Card } from "#components/layout/card.tsx";
import { Columns, Stack } from "#components/layout/page.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { EditPart, NothingYet } from "./nothing-yet.tsx";
import { usePhaseWords } from "./operation-header.tsx";
import type { Operation } from "./operation-header.tsx";
import { OperationParticipants, OperationPartners } from "./operation-participants.tsx";
import styles from "./operation-page.module.css";
import { useDayRange } from "./use-day-range.ts";

/** Phases, countries, border points, partners and programmes. */
export function OperationPlan({ operation }: { operation: Operation }) {
  return (
    <Stack>
      <PlanPhases operation={operation} />
      <Columns split="halves">
        <OperationParticipants operation={operation} />
        <PlanPoints operation={operation} />
      </Columns>
      <Columns split="halves">
        <OperationPartners operation={operation} />
        <PlanProgrammes operation={operation} />
      </Columns>
    </Stack>
  );
}

function PlanPhases({ operation }: { operation: Operation }) {
  const t = useTranslations("operations");
  const words = usePhaseWords();
  const format = useFormatter();
  const day = (date: string) => format.dateTime(new Date(date), "day");
  return (
    <Card title={t("plan.phases")} action={<EditPart operation={operation} part="phases" />}>
      {operation.phases.length === 0 && (
        <NothingYet operation={operation} part="phases" printed={t("phase.noDates")} />
      )}
      {operation.phases.length > 0 && (
        <SimpleTable
          label={t("plan.phases")}
          columns={[
            { header: t("plan.phase") },
            { header: t("plan.printed") },
            { header: t("plan.dates") },
            { header: t("plan.note") },
          ]}
          rows={operation.phases.map((phase) => ({
            key: phase.id,
            cells: [
              words.name(phase),
              phase.derived ? t("phase.derived") : <bdi key="label">{phase.label ?? "—"}</bdi>,
              words.dates(phase, null),
              <bdi key="note">{phase.note ?? "—"}</bdi>,
            ],
          }))}
        />
      )}
      {operation.publishedDates.map((date) => (
        <p key={date.id} className={styles.note}>
          {t("plan.rough")}: {date.wording && <bdi>“{date.wording}” </bdi>}
          {date.earliest &&
            date.latest &&
            t("plan.between", { earliest: day(date.earliest), latest: day(date.latest) })}
        </p>
      ))}
    </Card>
  );
}

function PlanPoints({ operation }: { operation: Operation }) {
  const can = useCan();
  const { points, remarks } = operation;
  const t = useTranslations("operations.plan");
  const planning = useTranslations("planning.field");
  const days = useDayRange();
  const terms = useTranslations("terms.borderPointKind");
  const locale = useLocale();
  const dated = points.some(({ deployment }) => deployment !== null && deployment.startsOn !== null);
  const printed = remarks.filter(({ kind }) => kind === "note");
  return (
    <Card title={t("points")} action={<EditPart operation={operation} part="points" />}>
      {points.length === 0 ? (
        <NothingYet operation={operation} part="points" printed={t("noPoints")} />
      ) : (
        <SimpleTable
          label={t("points")}
          columns={[
            { header: t("point") },
            { header: t("country") },
            { header: t("kind") },
            ...(dated ? [{ header: t("dates") }, { header: planning("dayStart") }] : []),
          ]}
          rows={points.map((point) => ({
            key: point.id,
            cells: [
              <span key="name">
                {can("point:read") ? (
                  <WorldLink href={`/points/${point.id}`}>
                    <bdi>{point.name}</bdi>
                  </WorldLink>
                ) : (
                  <bdi>{point.name}</bdi>
                )}{" "}
                {point.iata && <small className={styles.note}>{point.iata}</small>}
              </span>,
              countryName(point.countryCode, locale),
              terms(point.kind),
              ...(dated
                ? [
                    point.deployment?.startsOn
                      ? days(point.deployment.startsOn, point.deployment.endsOn)
                      : "—",
                    [point.deployment?.dayStartsAt, point.deployment?.shifts].filter(Boolean).join(" · "),
                  ]
                : []),
            ],
          }))}
        />
      )}
      {printed.length > 0 && (
        <p className={styles.note}>
          {t("pointsPrinted")}: <bdi>{printed.map(({ text }) => text).join(" · ")}</bdi>
        </p>
      )}
    </Card>
  );
}

function PlanProgrammes({ operation }: { operation: Operation }) {
  const { programmes } = operation;
  const t = useTranslations("operations.plan");
  if (programmes.length === 0)
    return (
      <Card title={t("programmes")}>
        <NothingYet operation={operation} part="programmes" printed={t("noProgramme")} />
      </Card>
    );
  return (
    <Card title={t("programmes")} action={<EditPart operation={operation} part="programmes" />}>
      <ul className={styles.list}>
        {programmes.map(({ label, programme }) => (
          <li key={programme.code}>
            <b>{programme.name}</b>
            {label !== programme.name && (
              <small>
                {t("printed")}: <bdi>{label}</bdi>
              </small>
            )}
            {programme.objective && <small>{programme.objective}</small>}
            <ProgrammeMeans programme={programme} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

type Programme = Operation["programmes"][number]["programme"];

/** What officers of a programme are trained in, the databases and access they use, and the services that take part. */
function ProgrammeMeans({ programme }: { programme: Programme }) {
  const t = useTranslations("operations.plan");
  const terms = useTranslations("terms");
  const means = [
    [t("topics"), programme.topics.map((topic) => terms(`topic.${topic}`))],
    [t("databases"), programme.databases.map((database) => terms(`databaseName.${database}`))],
    [t("systems"), programme.systems.map((system) => terms(`accessSystem.${system}`))],
    [t("sectors"), programme.sectors.map((sector) => terms(`organisationKind.${sector}`))],
  ] as const;
  return means.map(
    ([name, words]) =>
      words.length > 0 && (
        <small key={name}>
          {name}: {words.join(" · ")}
        </small>
      ),
  );
}
