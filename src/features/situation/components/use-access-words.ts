import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { paired } from "#i18n/side-by-side.ts";
import type { AccessNow } from "./prepare-access.ts";

/** Each system at a border point with how far its access is. */
export function useAccessWords() {
  const terms = useTranslations("terms");
  const locale = useLocale();
  return useCallback(
    (held: readonly AccessNow[] = []) =>
      held.map(({ system, state }) =>
        paired(locale, terms(`accessSystem.${system}`), terms(`accessState.${state}`)),
      ),
    [locale, terms],
  );
}
