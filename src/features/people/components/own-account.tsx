"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Stack } from "#components/layout/page.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { AssignmentWords } from "./assignment-words.tsx";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { OwnSessions } from "./own-sessions.tsx";
import styles from "./people.module.css";
import { ProfileForm } from "./profile-form.tsx";

export function OwnAccount() {
  const t = useTranslations("people.own");
  const trpc = useTRPC();
  const read = useQuery(trpc.people.me.queryOptions());
  return (
    <>
      <PageHeader title={t("title")} lead={read.data && <bdi>{read.data.email}</bdi>} />
      <Known query={read} waiting={<SkeletonLines lines={6} />}>
        {(me) => (
          <Stack>
            <Card title={t("roles")}>
              <ul className={styles.rows}>
                {me.grants.map((grant, index) => (
                  <li key={index} className={styles.row}>
                    <AssignmentWords assignment={grant} />
                  </li>
                ))}
              </ul>
              <p className={styles.quiet}>{t("rolesText")}</p>
            </Card>
            <OwnSessions />
            <ProfileForm me={me} />
            <ChangePasswordForm email={me.email} />
          </Stack>
        )}
      </Known>
    </>
  );
}
