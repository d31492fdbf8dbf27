import type { ReactNode } from "react";
import { CanProvider } from "#access/use-can.tsx";
import { TRPCProvider } from "#trpc/client.tsx";
import { readerOrDoor } from "../reader-or-door.ts";

/** Pages for paper: the same reader and rights as at the desk, and nothing of its frame. */
export default async function PaperLayout({ children }: { children: ReactNode }) {
  const { permissions } = await readerOrDoor();
  return (
    <TRPCProvider>
      <CanProvider permissions={permissions}>{children}</CanProvider>
    </TRPCProvider>
  );
}
