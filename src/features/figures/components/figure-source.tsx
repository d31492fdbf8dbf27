"use client";

import { useTranslations } from "next-intl";
import type { Published } from "./figure-words.ts";

type Source = Published["sources"][number];

/** A source in a few words: its title or, for one without, the place it was read at. */
export function sourceName(source: Source): string {
  if (source.title) return source.title;
  const url = URL.parse(source.locator);
  return url ? url.hostname.replace(/^www\./, "") : source.locator;
}

/** The source of a figure; of several it is not known which. */
export function FigureSource({ sourceId, sources }: { sourceId: string | null; sources: readonly Source[] }) {
  const t = useTranslations("figures");
  const source = sources.find(({ id }) => id === sourceId);
  if (source) return <>{sourceName(source)}</>;
  return <>{t("oneOf", { count: sources.length })}</>;
}
