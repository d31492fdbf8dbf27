export const LOCALES = ["en", "fr", "es", "ar"] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_COOKIE = "muster-locale";

/** Each language in its own words: the reader who cannot read this page must still find theirs. */
export const LANGUAGE_NAMES: Record<Locale, string> = {
  en: "English",
  fr: "Français",
  es: "Español",
  ar: "العربية",
};

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && (LOCALES as readonly string[]).includes(value);
}

export function directionOf(locale: string): "ltr" | "rtl" {
  return locale === "ar" ? "rtl" : "ltr";
}

/** The best of our languages for an Accept-Language header, by its weights; English when none fits. */
export function localeFromHeader(header: string | null): Locale {
  if (!header) return "en";
  const wanted = header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const weight = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split("-")[0], weight: weight ? Number(weight) : 1 };
    })
    .filter((w) => w.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const first = wanted.find((w) => isLocale(w.language))?.language;
  return isLocale(first) ? first : "en";
}
