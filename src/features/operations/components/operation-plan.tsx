"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Card } from "#components/layout/card.tsx";
import { Columns, Stack } from "#components/layout/page.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { paired } from "#i18n/side-by-side.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { nameEdition } from "#lib/edition.ts";
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
      {operation.parent && <PartOf parent={operation.parent} />}
      <PlanPhases operation={operation} />
      <Columns split="halves">
        <div>
          <Stack>
            <OperationParticipants operation={operation} />
            <PlanProgrammes operation={operation} />
            <OperationPartners operation={operation} />
          </Stack>
        </div>
        <div>
          <PlanPoints operation={operation} />
        </div>
      </Columns>
    </Stack>
  );
}

function PartOf({ parent }: { parent: NonNullable<Operation["parent"]> }) {
  const t = useTranslations("planning.field");
  const locale = useLocale();
  return (
    <p className={styles.note}>
      {paired(locale, t("parent"), "")}
      <WorldLink href={`/operations/${parent.slug}`}>
        <bdi>{nameEdition(parent)}</bdi>
      </WorldLink>
    </p>
  );
}

function PlanPhases({ operation }: { operation: Operation }) {
  const t = useTranslations("operations");
  const words = usePhaseWords();
  const format = useFormatter();
  const day = (date: string) => format.dateTime(new Date(date), "day");
  const { phases } = operation;
  // Of an operation planned here nothing was printed yet; a column of dashes takes the room of the days.
  const printed = phases.some(({ derived, label }) => derived || label !== null);
  const noted = phases.some(({ note }) => note !== null);
  return (
    <Card title={t("plan.phases")} action={<EditPart operation={operation} part="phases" />}>
      {phases.length === 0 && <NothingYet operation={operation} part="phases" printed={t("phase.noDates")} />}
      {phases.length > 0 && (
        <SimpleTable
          label={t("plan.phases")}
          columns={[
            { header: t("plan.phase") },
            ...(printed ? [{ header: t("plan.printed") }] : []),
            { header: t("plan.dates") },
            ...(noted ? [{ header: t("plan.note") }] : []),
          ]}
          rows={phases.map((phase) => ({
            key: phase.id,
            cells: [
              words.name(phase),
              ...(printed
                ? [phase.derived ? t("phase.derived") : <bdi key="label">{phase.label ?? "—"}</bdi>]
                : []),
              <PhaseDays key="days" phase={phase} />,
              ...(noted ? [<bdi key="note">{phase.note ?? "—"}</bdi>] : []),
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

/** The days of a phase, and under them those of the countries that have days of their own. */
function PhaseDays({ phase }: { phase: Operation["phases"][number] }) {
  const words = usePhaseWords();
  const days = useDayRange();
  const locale = useLocale();
  return (
    <span>
      {words.dates(phase, null)}
      {phase.countries.map(
        ({ countryCode, startsOn, endsOn }) =>
          startsOn !== null && (
            <small key={countryCode} className={styles.small}>
              {paired(locale, countryName(countryCode, locale), days(startsOn, endsOn))}
            </small>
          ),
      )}
    </span>
  );
}

function PlanPoints({ operation }: { operation: Operation }) {
  const { points, remarks } = operation;
  const t = useTranslations("operations.plan");
  const planning = useTranslations("planning.field");
  const days = useDayRange();
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
            ...(dated ? [{ header: t("dates"), roomy: true }, { header: planning("dayStart") }] : []),
          ]}
          rows={points.map((point) => ({
            key: point.id,
            cells: [
              <PointName key="name" point={point} />,
              ...(dated
                ? [
                    point.deployment?.startsOn
                      ? days(point.deployment.startsOn, point.deployment.endsOn)
                      : "—",
                    [point.deployment?.dayStartsAt, point.deployment?.shifts].filter(Boolean).join(" · ") ||
                      "—",
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

/** A border point with its country and kind under its name: as columns they would press the days together. */
function PointName({ point }: { point: Operation["points"][number] }) {
  const can = useCan();
  const terms = useTranslations("terms.borderPointKind");
  const locale = useLocale();
  const name = <bdi>{point.name}</bdi>;
  return (
    <span>
      {can("point:read") ? <WorldLink href={`/points/${point.id}`}>{name}</WorldLink> : name}{" "}
      {point.iata && <small className={styles.note}>{point.iata}</small>}
      <small className={styles.small}>
        {countryName(point.countryCode, locale)} · {terms(point.kind)}
      </small>
    </span>
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
            <b>
              <bdi>{programme.name}</bdi>
            </b>
            {label !== programme.name && (
              <small>
                {t("printed")}: <bdi>{label}</bdi>
              </small>
            )}
            {programme.objective && (
              <small>
                <bdi>{programme.objective}</bdi>
              </small>
            )}
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
