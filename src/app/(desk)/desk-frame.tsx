"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { DraftOwner, wipeDrafts } from "#components/form/drafts.tsx";
import type { Account } from "#components/layout/account-menu.tsx";
import { AppShell } from "#components/layout/app-shell.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import type { NavItem } from "#components/layout/nav-items.ts";
import { LiveDot } from "#features/live/components/live-dot.tsx";
import { postSignIn } from "#features/people/components/post-sign-in.ts";
import { SearchButton } from "#features/search/components/search-button.tsx";
import { ViewsMenu } from "#features/views/components/views-menu.tsx";
import { wipeReceipts } from "#offline/outbox.ts";
import { useOutboxFlush } from "#offline/use-outbox.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import { SignedOut } from "./signed-out.tsx";
import { useCommands } from "./use-commands.ts";

type Permissions = RouterOutputs["people"]["me"]["permissions"];
type Item = NavItem & { needs?: Permissions };

const ITEMS: readonly Item[] = [
  { key: "today", href: "/", icon: "today", needs: ["today:read"] },
  { key: "operations", href: "/operations", icon: "operations", needs: ["operation:read"] },
  { key: "log", href: "/log", icon: "log", needs: ["return:file", "match:record"] },
  { key: "matches", href: "/matches", icon: "matches", needs: ["match:read", "confirmation:read"] },
  { key: "returns", href: "/returns", icon: "returns", needs: ["return:read"] },
  { key: "results", href: "/results", icon: "results", needs: ["outcome:read"] },
  { key: "points", href: "/points", icon: "points", needs: ["point:read"] },
  { key: "situation", href: "/situation", icon: "situation", needs: ["total:read"] },
  { key: "summary", href: "/summary", icon: "summary", needs: ["total:read"] },
  { key: "training", href: "/training", icon: "training", needs: ["training:read"] },
  { key: "settings", href: "/settings", icon: "settings", needs: ["person:read", "organisation:write"] },
  { key: "audit", href: "/audit", icon: "audit", needs: ["audit:read"] },
  { key: "about", href: "/about", icon: "about" },
];

type Props = {
  personId: string;
  account: Account;
  scope: string;
  permissions: Permissions;
  demo: boolean;
  children: ReactNode;
};

export function DeskFrame({ personId, account, scope, permissions, demo, children }: Props) {
  const trpc = useTRPC();
  const { mutate: changeLocale } = useMutation(trpc.people.changeLocale.mutationOptions());
  const items = useWaiting();
  const outbox = useOutboxFlush(personId);
  const signOut = async () => {
    wipeDrafts();
    wipeReceipts(personId);
    // Without a connection the door refuses later; here the reader is out at once either way.
    await postSignIn("signout").catch(() => undefined);
    // A full load: nothing of this reader stays in memory.
    window.location.assign("/sign-in");
  };
  // The line of hints ended with the session: whoever signs in over the page gets a new one.
  const [returns, setReturns] = useState(0);
  useAlive();
  const commands = useCommands(items, permissions, () => void signOut());
  return (
    <DraftOwner personId={personId}>
      <AppShell
        items={items}
        can={permissions}
        demo={demo}
        {...outbox}
        scope={scope}
        account={account}
        worlds={permissions.includes("operation:read")}
        extra={
          <>
            <LiveDot key={returns} anew={returns > 0} />
            <SearchButton commands={commands} />
            <ViewsMenu />
          </>
        }
        onLocale={(locale) => changeLocale({ locale })}
        onSignOut={() => void signOut()}
      >
        {children}
        <SignedOut
          me={{ id: personId, email: account.email, name: account.name }}
          demo={demo}
          onReturn={() => setReturns(returns + 1)}
        />
      </AppShell>
    </DraftOwner>
  );
}

/** The items with how much waits behind each of them in the reader's world. */
function useWaiting(): Item[] {
  const trpc = useTRPC();
  const exercise = useExercise();
  const { data } = useQuery(trpc.today.counts.queryOptions({ exercise }, { refetchInterval: 60_000 }));
  const waiting: Partial<Record<NavItem["key"], number>> = { ...data, settings: data?.people ?? 0 };
  return ITEMS.map((item) => ({ ...item, waiting: waiting[item.key] ?? 0 }));
}

/** Says on the page that it answers: what is pressed before is lost by the router, so journeys wait for it. */
function useAlive(): void {
  useEffect(() => {
    document.documentElement.dataset.alive = "true";
  }, []);
}
