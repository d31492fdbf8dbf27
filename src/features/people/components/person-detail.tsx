"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Stack } from "#components/layout/page.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import { AssignmentWords } from "./assignment-words.tsx";
import { GrantForm } from "./grant-form.tsx";
import styles from "./people.module.css";

type Person = NonNullable<RouterOutputs["people"]["show"]>;

export function PersonDetail({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.people.show.queryOptions({ id }));
  const { data: me } = useQuery(trpc.people.me.queryOptions());
  return (
    <Known query={{ data: data ?? undefined, error }} waiting={<SkeletonLines lines={6} />}>
      {(person) => <OnePerson person={person} own={me?.id === id} />}
    </Known>
  );
}

function OnePerson({ person, own }: { person: Person; own: boolean }) {
  const t = useTranslations("people");
  const format = useFormatter();
  return (
    <>
      <PageHeader
        title={person.name}
        crumbs={[
          { label: t("settings"), href: "/settings" },
          { label: t("title"), href: "/settings" },
        ]}
        lead={<bdi>{person.email}</bdi>}
        chips={
          person.disabledAt && (
            <Chip tone="late">{t("disabledSince", { day: format.dateTime(person.disabledAt, "day") })}</Chip>
          )
        }
      />
      <Stack>
        {own && <Notice tone="plain">{t("you")}</Notice>}
        <Card title={t("roles")}>
          <Assignments person={person} own={own} />
        </Card>
        {!own && (
          <Card title={t("grant.title")}>
            <GrantForm personId={person.id} />
          </Card>
        )}
        {!own && (
          <Card title={t("account")}>
            <AccountSwitch person={person} />
          </Card>
        )}
      </Stack>
    </>
  );
}

function Assignments({ person, own }: { person: Person; own: boolean }) {
  const t = useTranslations("people");
  const format = useFormatter();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const done = { onSuccess: () => cache.invalidateQueries({ queryKey: trpc.people.pathKey() }) };
  const revoke = useMutation(trpc.people.revoke.mutationOptions(done));
  if (person.assignments.length === 0) return <p className={styles.quiet}>{t("noRoles")}</p>;
  return (
    <>
      <Refusal error={revoke.error} />
      <ul className={styles.rows}>
        {person.assignments.map((assignment) => (
          <li key={assignment.id} className={styles.row}>
            <span>
              <AssignmentWords assignment={assignment} />{" "}
              <span className={styles.quiet}>
                {t("since", { day: format.dateTime(assignment.grantedAt, "day") })}
              </span>
            </span>
            {!own && assignment.state !== "revoked" && (
              <ActionButton look="quiet" onClick={() => revoke.mutate({ id: assignment.id })}>
                {t("revoke")}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function AccountSwitch({ person }: { person: Person }) {
  const t = useTranslations("people");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [asked, setAsked] = useState(false);
  const done = {
    onSuccess: async () => {
      setAsked(false);
      await cache.invalidateQueries({ queryKey: trpc.people.pathKey() });
    },
  };
  const disable = useMutation(trpc.people.disable.mutationOptions(done));
  const enable = useMutation(trpc.people.enable.mutationOptions(done));
  return (
    <div className={styles.lines}>
      <Refusal error={disable.error ?? enable.error} />
      <p className={styles.quiet}>{t("disableText")}</p>
      <div>
        {person.disabledAt ? (
          <ActionButton onClick={() => enable.mutate({ id: person.id })}>{t("enable")}</ActionButton>
        ) : (
          <ActionButton
            look="danger"
            aria-expanded={asked}
            onClick={() => (asked ? disable.mutate({ id: person.id }) : setAsked(true))}
          >
            {asked ? t("disableConfirm") : t("disable")}
          </ActionButton>
        )}
      </div>
    </div>
  );
}
