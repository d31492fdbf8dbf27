"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Difference } from "../rules/plan-merge.ts";
import type { Plan } from "../schema/plan.ts";
import { useMarkWords } from "./mark-words.ts";
import styles from "./plan-form.module.css";
import { usePlanNames } from "./plan-names.ts";
import type { PlanChoices } from "./plan-tools.tsx";

type Line = readonly [label: string, value: string | number | null];
type RowOf<List extends "programmes" | "phases" | "participations" | "deployments" | "organisations"> =
  Plan[List][number];

/** A field or row of a plan in words, for setting two versions side by side. */
export function useDifferenceWords(choices: PlanChoices) {
  const t = useTranslations("planning");
  const f = useTranslations("planning.field");
  const names = usePlanNames(choices);
  const rows = useRowLines(choices);
  const scalar = useScalarWords(choices);
  const label = ({ part, mine, theirs }: Difference): string => {
    const row = mine ?? theirs;
    if (part === "phases") return `${t("section.phases")} · ${names.phase(row as RowOf<"phases">)}`;
    if (part === "participations")
      return `${t("section.countries")} · ${names.country((row as RowOf<"participations">).countryCode)}`;
    if (part === "deployments")
      return `${t("section.points")} · ${names.point((row as RowOf<"deployments">).borderPointId)}`;
    if (part === "organisations")
      return `${t("section.partners")} · ${names.organisation((row as RowOf<"organisations">).organisationId)}`;
    if (part === "programmes")
      return `${t("section.programmes")} · ${names.programme((row as RowOf<"programmes">).programmeId)}`;
    return f(part === "handlingMark" ? "mark" : part === "parentId" ? "parent" : FIELD[part]);
  };
  const said = (part: keyof Plan, value: unknown): ReactNode => {
    if (value === undefined) return <span className={styles.mine}>{t("clash.absent")}</span>;
    const lines = rows(part, value);
    if (lines === null) return <bdi>{scalar(part, value) ?? "—"}</bdi>;
    return (
      <ul className={styles.said}>
        {lines.map(([name, words]) => (
          <li key={name}>
            <span>{name}: </span>
            <b>
              <bdi>{words ?? "—"}</bdi>
            </b>
          </li>
        ))}
      </ul>
    );
  };
  return { label, said };
}

const FIELD = {
  codename: "codename",
  series: "series",
  edition: "edition",
  year: "year",
  objective: "objective",
  visibility: "visibility",
  countingBasis: "basis",
  crimeAreas: "crimeAreas",
  retentionOn: "retention",
} as const;

function useScalarWords(choices: PlanChoices) {
  const terms = useTranslations("terms");
  const names = usePlanNames(choices);
  const mark = useMarkWords();
  return (part: keyof Plan, value: unknown): string | null => {
    if (value === null) return null;
    if (part === "visibility") return terms(`visibility.${value as Plan["visibility"]}`);
    if (part === "countingBasis") return terms(`countingBasis.${value as "desk_count"}`);
    if (part === "parentId") return names.operation(value as string);
    if (part === "retentionOn") return names.day(value as string);
    if (part === "handlingMark") return mark.name(value as string);
    if (Array.isArray(value)) return value.join(" · ") || null;
    return typeof value === "number" || typeof value === "string" ? String(value) : null;
  };
}

/** The lines of a row that people recognise; null for a field that stands alone. */
function useRowLines(choices: PlanChoices) {
  const f = useTranslations("planning.field");
  const t = useTranslations("planning");
  const terms = useTranslations("terms");
  const names = usePlanNames(choices);
  const phase = (row: RowOf<"phases">): Line[] => [
    [f("kind"), row.kind && terms(`phaseKind.${row.kind}`)],
    [f("label"), row.label],
    [f("days"), names.range(row)],
    [f("note"), row.note],
    ...row.countries.map((own): Line => [
      `${t("phase.own")} · ${names.country(own.countryCode)}`,
      names.range(own),
    ]),
  ];
  const post = (row: RowOf<"deployments">): Line[] => [
    [f("days"), names.range(row)],
    [f("returns"), names.range({ startsOn: row.returnsFrom, endsOn: row.returnsTo })],
    [f("dayStart"), row.dayStartsAt],
    [f("shifts"), row.shifts],
  ];
  return (part: keyof Plan, value: unknown): Line[] | null => {
    if (part === "phases") return phase(value as RowOf<"phases">);
    if (part === "deployments") return post(value as RowOf<"deployments">);
    if (part === "participations") {
      const row = value as RowOf<"participations">;
      return [
        [f("role"), terms(`participationRole.${row.role}`)],
        [f("ownState"), terms(`operationState.${row.state}`)],
        [f("focal"), row.focalLiaison],
      ];
    }
    if (part === "organisations") {
      const row = value as RowOf<"organisations">;
      return [
        [f("role"), terms(`organisationRole.${row.role}`)],
        [f("note"), row.note],
      ];
    }
    if (part === "programmes") return [[t("programme.label"), (value as RowOf<"programmes">).label]];
    return null;
  };
}
