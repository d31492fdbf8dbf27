"use client";

import { useEffect, useState } from "react";
import { SignInAgain } from "#features/people/components/sign-in-again.tsx";
import { SIGNED_OUT_EVENT } from "#trpc/query-client.ts";

type Props = { me: { id: string; email: string; name: string }; demo: boolean };

/** When the server no longer knows the session: sign in over the page, and what was typed stays. */
export function SignedOut({ me, demo }: Props) {
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const open = () => setOpened(true);
    window.addEventListener(SIGNED_OUT_EVENT, open);
    return () => window.removeEventListener(SIGNED_OUT_EVENT, open);
  }, []);
  return <SignInAgain opened={opened} onClose={() => setOpened(false)} me={me} demo={demo} />;
}
