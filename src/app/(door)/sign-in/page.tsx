import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInCard } from "#features/people/components/sign-in-card.tsx";
import { DEMO_ACCOUNTS } from "#lib/demo-accounts.ts";
import { safePath } from "#lib/safe-path.ts";
import { hasLiveSession, isDemo, readToken } from "#server/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: wanted } = await searchParams;
  const next = safePath(typeof wanted === "string" ? wanted : null);
  if (await hasLiveSession()) redirect(next);
  // A cookie without a live session behind it: somebody was signed in here and no longer is.
  const ended = (await readToken()) !== null;
  return <SignInCard next={next} ended={ended} demo={isDemo() ? DEMO_ACCOUNTS : []} />;
}
