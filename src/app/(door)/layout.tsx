import type { ReactNode } from "react";
import { Door } from "#features/people/components/door.tsx";
import { isDemo } from "#server/session.ts";
import { TRPCProvider } from "#trpc/client.tsx";

/** Pages that need no session. */
export default function DoorLayout({ children }: { children: ReactNode }) {
  return (
    <TRPCProvider>
      <Door demo={isDemo()}>{children}</Door>
    </TRPCProvider>
  );
}
