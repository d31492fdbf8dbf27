"use client";

import { useTranslations } from "next-intl";
import { useFormatter } from "#i18n/use-formatter.ts";
import { printed } from "#lib/qualifier.ts";
import { printedLabel, useFigureWords } from "./figure-words.ts";
import type { PublishedFigure } from "./figure-words.ts";

/** A figure in one line, for lists to choose from: "more than 200 · matches · name hits". */
export function useClaimWords() {
  const terms = useTranslations("terms.qualifier");
  const shell = useTranslations("shell.figure");
  const format = useFormatter();
  const words = useFigureWords();
  const number = (figure: PublishedFigure): string => {
    const form = printed(figure);
    if (form.form === "missing") return "—";
    if (form.form === "wording") return `“${form.wording}”`;
    const value =
      form.form === "number"
        ? format.number(form.value, "decimal")
        : shell("range", {
            low: format.number(form.low, "decimal"),
            high: format.number(form.high, "decimal"),
          });
    return terms(form.qualifier, { value });
  };
  return (figure: PublishedFigure) =>
    [
      ...new Set([number(figure), words.measure(figure), ...words.aside(figure), printedLabel(figure.label)]),
    ].join(" · ");
}
