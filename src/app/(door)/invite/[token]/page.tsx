import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeadLink, RedeemForm } from "#features/people/components/redeem-form.tsx";
import { linkInput } from "#features/people/schema.ts";
import { caller } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in.invite");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const asked = linkInput.safeParse(await params);
  const link = asked.success ? await caller().people.link(asked.data) : null;
  if (!asked.success || !link) return <DeadLink />;
  return <RedeemForm token={asked.data.token} link={link} />;
}
