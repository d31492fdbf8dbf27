"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Stack } from "#components/layout/page.tsx";
import { TabLinks } from "#components/layout/tab-links.tsx";

const TABS = {
  people: "/settings",
  waiting: "/settings/waiting",
  invitations: "/settings/invitations",
  about: "/settings/about",
};

export function SettingsTabs({ active, children }: { active: keyof typeof TABS; children: ReactNode }) {
  const t = useTranslations("people");
  return (
    <>
      <PageHeader title={t("settings")} lead={t("lead")} />
      <Stack>
        <TabLinks
          label={t("settings")}
          active={active}
          tabs={(Object.keys(TABS) as (keyof typeof TABS)[]).map((key) => ({
            key,
            label: t(`tabs.${key}`),
            href: TABS[key],
          }))}
        />
        <div>{children}</div>
      </Stack>
    </>
  );
}
