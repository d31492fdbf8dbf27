import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WaitingAtTheDoor } from "#features/people/components/waiting-at-the-door.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in.waiting");
  return { title: t("title") };
}

export default function WaitingPage() {
  return <WaitingAtTheDoor />;
}
