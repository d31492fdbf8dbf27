"use client";

import { useTranslations } from "next-intl";
import { PageHeader } from "#components/layout/page-header.tsx";
import { TabLinks } from "#components/layout/tab-links.tsx";

const TABS = { people: "/settings", waiting: "/settings/waiting", invitations: "/settings/invitations", about: "/settings/about" };

export function SettingsTabs({ active }: { active: keyof typeof TABS }) {
  const t = useTranslations("people");
  return (
    <>
      <PageHeader title={t("settings")} lead={t("lead")} />
      <TabLinks
        label={t("settings")}
        active={active}
        tabs={(Object.keys(TABS) as (keyof typeof TABS)[]).map((key) => ({
          key,
          label: t(`tabs.${key}`),
          href: TABS[key],
        }))}
      />
    </>
  );
}
