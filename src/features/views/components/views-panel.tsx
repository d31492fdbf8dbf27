"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState, type SubmitEvent } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { Icon } from "#components/layout/icons.tsx";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import styles from "./views-menu.module.css";

/** The kept views, one press away each, and a line to keep the one on the screen. */
export function ViewsPanel({ onGone }: { onGone: () => void }) {
  const t = useTranslations("views");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { data, error } = useQuery(trpc.views.list.queryOptions());
  const refresh = () => client.invalidateQueries({ queryKey: trpc.views.list.queryKey() });
  const forget = useMutation(trpc.views.forget.mutationOptions({ onSuccess: refresh }));
  return (
    <>
      <h2 className={styles.title}>{t("title")}</h2>
      {error && <Refusal error={error} />}
      {data?.length === 0 && <p className={styles.empty}>{t("empty")}</p>}
      <ul className={styles.list}>
        {(data ?? []).map((view) => (
          <li key={view.id}>
            <Link href={`${view.page}${view.search}`} prefetch={false} onClick={onGone}>
              <b>{view.name}</b>
              <small dir="ltr">{view.page}</small>
            </Link>
            <ActionButton
              look="plain"
              aria-label={t("forget", { name: view.name })}
              disabled={forget.isPending}
              onClick={() => forget.mutate({ id: view.id })}
            >
              <Icon name="close" />
            </ActionButton>
          </li>
        ))}
      </ul>
      {forget.error && <Refusal error={forget.error} />}
      <KeepForm onKept={refresh} />
    </>
  );
}

function KeepForm({ onKept }: { onKept: () => Promise<unknown> }) {
  const t = useTranslations("views");
  const trpc = useTRPC();
  const page = usePathname();
  const parameters = useSearchParams().toString();
  const [name, setName] = useState("");
  const [id, setId] = useState(newId);
  const keep = useMutation(
    trpc.views.keep.mutationOptions({
      onSuccess: async () => {
        setName("");
        setId(newId());
        await onKept();
      },
    }),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    keep.mutate({ id, page, search: parameters ? `?${parameters}` : "", name });
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <TextField
        label={t("name")}
        value={name}
        maxLength={80}
        required
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SubmitButton pending={keep.isPending}>{t("keep")}</SubmitButton>
      {keep.error && <Refusal error={keep.error} />}
    </form>
  );
}
