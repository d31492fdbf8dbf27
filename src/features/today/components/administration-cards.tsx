"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { TaskList } from "./task-list.tsx";
import type { Administration } from "./today-types.ts";
import styles from "./today.module.css";

/** Roles over all countries that wait for a second administrator, and invitations nobody has used yet. */
export function AdministrationCards({ administration }: { administration: Administration }) {
  const t = useTranslations("today.administration");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const { waiting, invitations, invitationsOpen } = administration;
  const assignments = waiting.map((row) => ({
    key: row.id,
    href: "/settings/waiting",
    title: row.person.name,
    line: [terms(`role.${row.role}`), t("allCountries"), format.dateTime(row.grantedAt, "day")].join(" · "),
    end: row.mine ? <Chip>{t("notYours")}</Chip> : <Chip tone="wait">{t("yours")}</Chip>,
  }));
  const open = invitations.map((row) => ({
    key: row.id,
    href: "/settings/invitations",
    title: row.name ?? row.email,
    line: row.email,
    end: <Chip>{t("until", { moment: format.dateTime(row.expiresAt, "day") })}</Chip>,
  }));
  return (
    <>
      <Card title={t("waiting")}>
        {assignments.length > 0 ? (
          <TaskList label={t("waiting")} tasks={assignments} />
        ) : (
          <p className={styles.calm}>{t("noneWaiting")}</p>
        )}
      </Card>
      <Card title={invitationsOpen > 0 ? t("invitations", { count: invitationsOpen }) : t("invitationsNone")}>
        {open.length > 0 ? (
          <TaskList label={t("invitations", { count: invitationsOpen })} tasks={open} />
        ) : (
          <p className={styles.calm}>{t("noneOpen")}</p>
        )}
      </Card>
    </>
  );
}
