import "./message-types.ts";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { formats } from "./formats.ts";
import { loadMessages } from "./load-messages.ts";
import { isLocale, LOCALE_COOKIE, localeFromHeader } from "./locale.ts";

export default getRequestConfig(async ({ locale: asked }) => {
  const chosen = asked ?? (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen) ? chosen : localeFromHeader((await headers()).get("accept-language"));
  return { locale, messages: loadMessages(locale), formats, timeZone: "UTC" };
});
