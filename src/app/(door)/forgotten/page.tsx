import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgottenForm } from "#features/people/components/forgotten-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in.forgottenPage");
  return { title: t("title") };
}

export default function ForgottenPage() {
  return <ForgottenForm />;
}
