"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCan } from "#access/use-can.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Stack } from "#components/layout/page.tsx";
import { TabLinks } from "#components/layout/tab-links.tsx";

const TABS = {
  people: ["/settings", "person:read"],
  waiting: ["/settings/waiting", "assignment:approve"],
  invitations: ["/settings/invitations", "invitation:write"],
  organisations: ["/settings/organisations", "organisation:write"],
  programmes: ["/settings/programmes", "operation:write"],
  // Border points have pages of their own, where their readers find them as well.
  points: ["/points", "point:write"],
  about: ["/settings/about", "setting:write"],
} as const;
type Tab = keyof typeof TABS;

/** The pages of the settings that the reader may open. */
export function SettingsTabs({ active, children }: { active: Tab; children: ReactNode }) {
  const t = useTranslations("people");
  const can = useCan();
  const shown = (Object.keys(TABS) as Tab[]).filter((key) => can(TABS[key][1]));
  return (
    <>
      <PageHeader title={t("settings")} lead={t(can("person:read") ? "lead" : "leadShared")} />
      <Stack>
        <TabLinks
          label={t("settings")}
          active={active}
          tabs={shown.map((key) => ({ key, label: t(`tabs.${key}`), href: TABS[key][0] }))}
        />
        <div>{children}</div>
      </Stack>
    </>
  );
}
