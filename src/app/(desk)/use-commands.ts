"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { NavItem } from "#components/layout/nav-items.ts";
import { useExercise } from "#components/layout/world-link.tsx";
import type { PaletteCommand } from "#features/search/components/command-palette.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";

type Permissions = RouterOutputs["people"]["me"]["permissions"];
type Name =
  "fileReturn" | "recordMatch" | "recordArrest" | "newOperation" | "newTraining" | "newPoint" | "signOut";

/** What the palette offers to do, each under the permission that the page behind it asks for. */
const ACTIONS: { name: Name; href: string; needs: Permissions[number] }[] = [
  { name: "fileReturn", href: "/log/return", needs: "return:file" },
  { name: "recordMatch", href: "/log/match", needs: "match:record" },
  { name: "recordArrest", href: "/log/arrest", needs: "outcome:record" },
  { name: "newOperation", href: "/operations/new", needs: "operation:write" },
  { name: "newTraining", href: "/training/new", needs: "training:write" },
  { name: "newPoint", href: "/points/new", needs: "point:write" },
];

/** Everything one can go to or do from anywhere, in the reader's language. */
export function useCommands(
  items: readonly NavItem[],
  permissions: Permissions,
  signOut: () => void,
): PaletteCommand[] {
  const t = useTranslations("search");
  const nav = useTranslations("shell.nav");
  const exercise = useExercise();
  const path = usePathname();
  const shown = items.filter(
    ({ needs }) => !needs || needs.some((one) => permissions.some((p) => p === one)),
  );
  const world = exercise ? path : `${path}?exercise=1`;
  return [
    ...ACTIONS.filter(({ needs }) => permissions.includes(needs)).map(({ name, href }) => ({
      key: name,
      label: t(name),
      icon: "log" as const,
      href,
    })),
    ...shown.map(({ key, href, icon }) => ({
      key,
      label: t("goTo", { name: nav(key) }),
      icon,
      href: href.replace(/\?.*$/, ""),
    })),
    ...(permissions.includes("operation:read")
      ? [
          {
            key: "world",
            label: exercise ? t("toReal") : t("toExercise"),
            icon: "forward" as const,
            // A full load: nothing of the other world stays on the page.
            run: () => window.location.assign(world),
          },
        ]
      : []),
    { key: "signOut", label: t("signOut"), icon: "account", run: signOut },
  ];
}
