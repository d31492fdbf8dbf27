import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionLink } from "#components/form/action-button.tsx";
import { MessagePage } from "#components/layout/message-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.notFound");
  return { title: t("title") };
}

/** What lies outside the reader's scope does not exist for them; the frame stays. */
export default function NotFoundInDesk() {
  const t = useTranslations("shell.notFound");
  return (
    <MessagePage framed title={t("heading")} action={<ActionLink href="/">{t("home")}</ActionLink>}>
      {t("text")}
    </MessagePage>
  );
}
