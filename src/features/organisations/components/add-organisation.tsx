"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { readError } from "#components/form/read-error.ts";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { AddOrganisation as Input } from "../schema.ts";
import { OrganisationFields } from "./organisation-fields.tsx";
import styles from "./organisations.module.css";

const blank = (): Input => ({
  id: newId(),
  name: "",
  acronym: null,
  kind: "police",
  countryCode: null,
  anyway: false,
});

/** Adds an organisation; one that sounds like another is added only when the person says that it is different. */
export function AddOrganisation() {
  const t = useTranslations("organisations");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const form = useZodForm<Input>({
    schema: async () => (await import("../schema.ts")).addOrganisationInput,
    initialValues: blank(),
  });
  const add = useMutation(
    trpc.organisations.add.mutationOptions({
      onSuccess: async () => {
        form.setValues(blank());
        setOpen(false);
        await queries.invalidateQueries({ queryKey: trpc.organisations.pathKey() });
      },
    }),
  );
  const alike = add.error && readError(add.error).reason === "organisation.sounds_alike";
  if (!open)
    return (
      <div className={styles.actions}>
        <ActionButton look="primary" onClick={() => setOpen(true)}>
          {t("add")}
        </ActionButton>
        {add.isSuccess && (
          <Notice tone="valid">{t("added", { name: `\u2068${add.variables.name}\u2069` })}</Notice>
        )}
      </div>
    );
  return (
    <Card title={t("add")}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <OrganisationFields form={form} />
        <Refusal
          error={add.error}
          action={
            alike && (
              <ActionButton onClick={() => add.mutate({ ...form.values, anyway: true })}>
                {t("different")}
              </ActionButton>
            )
          }
        />
        <div className={styles.actions}>
          <SubmitButton pending={add.isPending}>{t("add")}</SubmitButton>
          <ActionButton onClick={() => setOpen(false)}>{t("leave")}</ActionButton>
        </div>
      </form>
    </Card>
  );
}
