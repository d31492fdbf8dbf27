"use client";

import "#components/theme/tokens.css";
import "#components/theme/fonts.css";
import "#components/theme/global.css";
import { useSyncExternalStore } from "react";
import { directionOf, isLocale, LOCALE_COOKIE } from "#i18n/locale.ts";
import type { Locale } from "#i18n/locale.ts";
import { MessagePage } from "#components/layout/message-page.tsx";

// The frame itself failed, its messages with it: these few words stand here in all four languages.
const WORDS: Record<Locale, { heading: string; text: string; again: string }> = {
  en: {
    heading: "This page could not be shown",
    text: "Nothing you sent before was lost. Try again; if it stays like this, tell the people who run this installation.",
    again: "Try again",
  },
  fr: {
    heading: "Cette page n’a pas pu s’afficher",
    text: "Rien de ce que vous avez déjà envoyé n’est perdu. Réessayez ; si cela persiste, prévenez les responsables de cette installation.",
    again: "Réessayer",
  },
  es: {
    heading: "No se ha podido mostrar esta página",
    text: "No se ha perdido nada de lo que ya envió. Inténtelo de nuevo; si sigue igual, avise a quienes administran esta instalación.",
    again: "Intentar de nuevo",
  },
  ar: {
    heading: "تعذّر عرض هذه الصفحة",
    text: "لم يُفقد شيء مما أرسلتموه من قبل. حاولوا مرة أخرى، وإذا استمر الأمر فأبلغوا القائمين على هذا النظام.",
    again: "حاولوا مرة أخرى",
  },
};

function readerLocale(): Locale {
  const kept = new RegExp(`(?:^|; )${LOCALE_COOKIE}=(\\w\\w)`).exec(document.cookie)?.[1];
  const found = [kept, ...navigator.languages.map((tag) => tag.slice(0, 2))].find(isLocale);
  return found ?? "en";
}

export default function GlobalFailure({ error }: { error: Error & { digest?: string } }) {
  const locale = useSyncExternalStore(
    () => () => undefined,
    readerLocale,
    (): Locale => "en",
  );
  const words = WORDS[locale];
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>
        <title>{`${words.heading} · Muster`}</title>
        <MessagePage
          title={words.heading}
          action={
            <button type="button" onClick={() => window.location.reload()}>
              {words.again}
            </button>
          }
        >
          {words.text} {error.digest && <code>{error.digest}</code>}
        </MessagePage>
      </body>
    </html>
  );
}
