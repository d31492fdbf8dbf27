"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import { deviceOf } from "../rules.ts";
import styles from "./people.module.css";

/** Where the reader is signed in; each session can be ended at once. */
export function OwnSessions() {
  const t = useTranslations("people.own");
  const format = useFormatter();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const read = useQuery(trpc.people.sessions.queryOptions());
  const done = { onSuccess: () => cache.invalidateQueries({ queryKey: trpc.people.sessions.pathKey() }) };
  const end = useMutation(trpc.people.endSession.mutationOptions(done));
  const endOthers = useMutation(trpc.people.endOtherSessions.mutationOptions(done));
  const device = (userAgent: string | null) => {
    const named = deviceOf(userAgent);
    return named ? t("deviceName", named) : t("deviceUnknown");
  };
  return (
    <Card
      title={t("sessions")}
      action={
        read.data && read.data.length > 1 ? (
          <ActionButton onClick={() => endOthers.mutate()}>{t("endOthers")}</ActionButton>
        ) : undefined
      }
    >
      <p className={styles.quiet}>{t("sessionsText")}</p>
      <Refusal error={end.error ?? endOthers.error} />
      <Known query={read} waiting={<SkeletonLines lines={3} />}>
        {(data) => (
          <SimpleTable
            label={t("sessions")}
            stacked
            columns={[
              { header: t("device") },
              { header: t("address") },
              { header: t("since") },
              { header: t("seen") },
            ]}
            rows={data.map((session) => ({
              key: session.id,
              cells: [
                <span key="device" className={styles.device}>
                  {device(session.userAgent)}
                  {session.here ? (
                    <Chip tone="accent">{t("here")}</Chip>
                  ) : (
                    <ActionButton onClick={() => end.mutate({ id: session.id })}>{t("end")}</ActionButton>
                  )}
                </span>,
                session.address ? <bdi key="address">{session.address}</bdi> : "—",
                format.dateTime(session.createdAt, "momentZone"),
                format.dateTime(session.lastSeenAt, "momentZone"),
              ],
            }))}
          />
        )}
      </Known>
    </Card>
  );
}
