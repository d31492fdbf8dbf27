import { LOCALE_COOKIE, type Locale } from "./locale.ts";

const YEAR_SECONDS = 31_536_000;

/** Keeps the language on this device; the next page, or a refresh of this one, is said in it. Browser only. */
export function keepLocale(locale: Locale): void {
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
}
