"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import { nextStates } from "../rules/status.ts";
import type { Access, Point } from "./point-types.ts";
import styles from "./points.module.css";
import { newStatus, StatusFields } from "./status-fields.tsx";

/** The next dated status: only what may follow is offered. */
export function StatusForm({ access, point, close }: { access: Access; point: Point; close: () => void }) {
  const t = useTranslations("points.accessForm");
  const shell = useTranslations("shell");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const choices = nextStates(access.state);
  const [statusId] = useState(newId);
  const [tried, setTried] = useState(false);
  const [values, setValues] = useState(() =>
    newStatus(point.timeZone, choices.length === 1 ? (choices[0] ?? null) : null),
  );
  const add = useMutation(
    trpc.points.addStatus.mutationOptions({
      onSuccess: close,
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.points.pathKey() }),
    }),
  );
  return (
    <PageForm
      className={styles.panel}
      onSend={() => {
        setTried(true);
        const { state, onDate, note } = values;
        if (state === null) return;
        add.mutate({
          id: access.id,
          version: access.version,
          statusId,
          state,
          onDate,
          note: note.trim() || null,
        });
      }}
    >
      <StatusFields
        choices={choices}
        values={values}
        onChange={setValues}
        zone={point.timeZone}
        notBefore={access.since}
        error={tried}
      />
      <Refusal error={add.error} labels={{ onDate: t("onDate"), note: t("note") }} />
      <div className={styles.actions}>
        <SubmitButton pending={add.isPending}>{t("saveStatus")}</SubmitButton>
        <ActionButton onClick={close}>{shell("cancel")}</ActionButton>
      </div>
    </PageForm>
  );
}
