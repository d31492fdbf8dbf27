"use client";

import { WorldLink } from "#components/layout/world-link.tsx";
import { printedLabel } from "./figure-words.ts";
import type { PublishedFigure } from "./figure-words.ts";

/** The label as printed; with the operation's address it leads to the figure's own page. */
export function FigureLink({ figure, slug }: { figure: PublishedFigure; slug: string | undefined }) {
  const label = <bdi>{printedLabel(figure.label)}</bdi>;
  if (slug === undefined) return label;
  return <WorldLink href={`/operations/${slug}/figures/${figure.id}`}>{label}</WorldLink>;
}
