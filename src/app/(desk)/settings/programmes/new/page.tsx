import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { OpenProgramme } from "#features/operations/components/open-programme.tsx";
import { caller } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes");
  return { title: t("open") };
}

export default async function NewProgrammePage() {
  const { permissions } = await caller().people.me();
  if (!permissions.includes("operation:write")) notFound();
  const { mayOpen } = await caller().operations.programmes({});
  if (!mayOpen) notFound();
  return (
    <Page>
      <OpenProgramme />
    </Page>
  );
}
