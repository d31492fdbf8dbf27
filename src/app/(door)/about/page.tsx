import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AboutFacts } from "#features/people/components/about-facts.tsx";
import { caller } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("about");
  return { title: t("title") };
}

export default async function AboutPage() {
  const about = await caller().people.about({ locale: await getLocale() });
  return <AboutFacts about={about} />;
}
