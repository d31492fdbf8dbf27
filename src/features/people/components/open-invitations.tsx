"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import styles from "./people.module.css";

export function OpenInvitations() {
  const t = useTranslations("people");
  const format = useFormatter();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const read = useQuery(trpc.people.invitations.queryOptions());
  const withdraw = useMutation(
    trpc.people.withdrawInvitation.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.people.pathKey() }),
    }),
  );
  return (
    <Card title={t("invitations.open")}>
      <Refusal error={withdraw.error} />
      <Known query={read} waiting={<SkeletonLines lines={3} />}>
        {(data) =>
          data.length === 0 ? (
            <p className={styles.quiet}>{t("invitations.none")}</p>
          ) : (
            <SimpleTable
              label={t("invitations.open")}
              columns={[
                { header: t("name") },
                { header: t("email") },
                { header: t("invitations.until") },
                { header: <span className="only-spoken">{t("invitations.withdraw")}</span> },
              ]}
              rows={data.map((row) => ({
                key: row.id,
                cells: [
                  row.name,
                  <bdi key="email">{row.email}</bdi>,
                  format.dateTime(row.expiresAt, "momentZone"),
                  <ActionButton key="withdraw" onClick={() => withdraw.mutate({ id: row.id })}>
                    {t("invitations.withdraw")}
                  </ActionButton>,
                ],
              }))}
            />
          )
        }
      </Known>
    </Card>
  );
}
