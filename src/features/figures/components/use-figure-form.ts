"use client";

import { useZodForm } from "#components/form/use-zod-form.ts";
import { newId } from "#lib/ids.ts";
import { BLANK_FIGURE, FIGURE_FIELDS } from "../rules/fields.ts";
import type { EnterFigure, FigureContent, ReviseFigure } from "../schema.ts";
import type { PublishedFigure } from "./figure-words.ts";

/** What the form holds: the content, and what only one of the two ways of sending it needs. */
export type FigureValues = FigureContent & {
  id: string;
  operationId: string;
  figureSetId: string | null;
  supersedesId: string;
  reason: string;
};

/** The content alone of a figure that stands. */
export const contentOf = (figure: FigureContent): FigureContent =>
  Object.fromEntries(FIGURE_FIELDS.map((name) => [name, figure[name]])) as FigureContent;

export const enteringOf = ({ supersedesId: _, reason: __, ...values }: FigureValues): EnterFigure => values;
export const revisionOf = ({ operationId: _, figureSetId: __, ...values }: FigureValues): ReviseFigure =>
  values;

type Beginning = { operationId: string; figureSetId: string | null; figure: PublishedFigure | undefined };

export function useFigureForm({ operationId, figureSetId, figure }: Beginning) {
  return useZodForm<FigureValues>({
    // The schema refuses what it does not know, so each way of sending is checked without the other's fields.
    schema: async () => {
      const { enterFigureInput, reviseFigureInput } = await import("../schema.ts");
      return {
        safeParse: (values) =>
          figure
            ? reviseFigureInput.safeParse(revisionOf(values as FigureValues))
            : enterFigureInput.safeParse(enteringOf(values as FigureValues)),
      };
    },
    initialValues: {
      ...BLANK_FIGURE,
      ...(figure && contentOf(figure)),
      id: newId(),
      operationId,
      figureSetId,
      supersedesId: figure?.id ?? newId(),
      reason: "",
    },
  });
}
export type FigureForm = ReturnType<typeof useFigureForm>;

/** A text that is null while it is empty. */
export const bindText = (
  form: FigureForm,
  name: "label" | "wording" | "commodity" | "periodWording" | "note",
) => ({
  value: form.values[name] ?? "",
  error: form.errors[name],
  onChange: (event: { currentTarget: { value: string } }) => {
    const typed = event.currentTarget.value;
    form.setFieldValue(name, name === "label" || typed !== "" ? typed : null);
  },
});
