"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { FigureContent } from "../schema.ts";
import { sourceName } from "./figure-source.tsx";
import { useFigureWords } from "./figure-words.ts";
import type { Published } from "./figure-words.ts";

export type FigureChoices = RouterOutputs["figures"]["choices"];
type Name = keyof FigureContent;

const DAYS = new Set<Name>(["periodFrom", "periodTo", "asOf"]);
const TERMS = {
  measure: "measure",
  qualifier: "qualifierName",
  certainty: "certainty",
  status: "figureStatus",
  offence: "offence",
  noticeColour: "noticeColour",
  ageGroup: "ageGroup",
  sex: "sex",
} as const;

/** A field of a figure and what stands in it, as it is read and not as it is kept. */
export function useFigureFieldWords(published: Published, phases: FigureChoices["phases"] = []) {
  const t = useTranslations("figures.field");
  const yes = useTranslations("shell");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const format = useFormatter();
  const words = useFigureWords();
  const phaseName = (id: string) => {
    const phase = phases.find((one) => one.id === id);
    return phase?.label ?? (phase?.kind ? terms(`phaseKind.${phase.kind}`) : "—");
  };
  const value = (content: FigureContent, name: Name): string => {
    const said = content[name];
    if (said === null || (Array.isArray(said) && said.length === 0)) return "—";
    if (DAYS.has(name)) return format.dateTime(new Date(String(said)), "day");
    if (typeof said === "number") return format.number(said, "decimal");
    if (typeof said === "boolean") return yes(said ? "yes" : "no");
    if (name === "unit") return words.unit(content.unit);
    if (name === "databases") return content.databases.map((one) => terms(`database.${one}`)).join(" · ");
    if (name === "countryCode") return countryName(String(said), locale);
    if (name === "phaseId") return phaseName(String(said));
    if (name === "sourceId") return nameOfSource(published, String(said));
    if (name === "partOfId") return published.figures.find(({ id }) => id === said)?.label ?? "—";
    if (name in TERMS)
      return terms(`${TERMS[name as keyof typeof TERMS]}.${String(said)}` as Parameters<typeof terms>[0]);
    return String(said);
  };
  return { name: (name: Name) => t(name), value, phaseName };
}

function nameOfSource({ sources }: Published, id: string): string {
  const source = sources.find((one) => one.id === id);
  return source ? sourceName(source) : "—";
}
