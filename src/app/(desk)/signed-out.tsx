"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { untilLoaded } from "#components/form/until-loaded.ts";
import { SIGNED_OUT_EVENT } from "#trpc/query-client.ts";

// Nobody needs it on a good day.
const SignInAgain = lazy(() =>
  untilLoaded(async () => ({
    default: (await import("#features/people/components/sign-in-again.tsx")).SignInAgain,
  })),
);

type Props = { me: { id: string; email: string; name: string }; demo: boolean; onReturn: () => void };

/** When the server no longer knows the session: sign in over the page, and what was typed stays. */
export function SignedOut({ me, demo, onReturn }: Props) {
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const open = () => setOpened(true);
    window.addEventListener(SIGNED_OUT_EVENT, open);
    return () => window.removeEventListener(SIGNED_OUT_EVENT, open);
  }, []);
  if (!opened) return null;
  return (
    <Suspense>
      <SignInAgain opened onClose={() => setOpened(false)} onReturn={onReturn} me={me} demo={demo} />
    </Suspense>
  );
}
