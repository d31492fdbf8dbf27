"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Card } from "#components/layout/card.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import { AssignmentWords } from "./assignment-words.tsx";
import styles from "./people.module.css";

/** Roles over all countries that need a second administrator. */
export function WaitingAssignments() {
  const t = useTranslations("people");
  const format = useFormatter();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const waiting = useQuery(trpc.people.waiting.queryOptions());
  const done = { onSuccess: () => cache.invalidateQueries({ queryKey: trpc.people.pathKey() }) };
  const approve = useMutation(trpc.people.approve.mutationOptions(done));
  const revoke = useMutation(trpc.people.revoke.mutationOptions(done));
  return (
    <Known query={waiting} waiting={<SkeletonLines lines={4} />}>
      {(data) =>
        data.length === 0 ? (
          <EmptyState title={t("nothingWaiting")}>{t("nothingWaitingText")}</EmptyState>
        ) : (
          <Card title={t("tabs.waiting")}>
            <Refusal error={approve.error ?? revoke.error} />
            <ul className={styles.rows}>
              {data.map(({ person, ...assignment }) => (
                <li key={assignment.id} className={styles.row}>
                  <span className={styles.lines}>
                    <WorldLink href={`/settings/people/${person.id}`}>{person.name}</WorldLink>
                    <AssignmentWords assignment={{ ...assignment, state: "effective" }} />
                    <span className={styles.quiet}>
                      {t("since", { day: format.dateTime(assignment.grantedAt, "day") })}
                    </span>
                  </span>
                  {assignment.mine ? (
                    <span className={styles.quiet}>{t("approveOther")}</span>
                  ) : (
                    <span>
                      <ActionButton look="primary" onClick={() => approve.mutate({ id: assignment.id })}>
                        {t("approve")}
                      </ActionButton>{" "}
                      <ActionButton onClick={() => revoke.mutate({ id: assignment.id })}>
                        {t("revoke")}
                      </ActionButton>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        )
      }
    </Known>
  );
}
