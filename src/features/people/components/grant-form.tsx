"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { GrantInput } from "../schema.ts";
import { AssignmentFields } from "./assignment-fields.tsx";
import styles from "./people.module.css";

export function GrantForm({ personId }: { personId: string }) {
  const t = useTranslations("people.grant");
  const trpc = useTRPC();
  const cache = useQueryClient();
  // The same id until it was accepted, so that sending twice gives one role.
  const [blank, setBlank] = useState(() => emptyGrant(personId));
  const form = useZodForm<GrantInput>({
    schema: async () => (await import("../schema.ts")).grantInput,
    initialValues: blank,
  });
  const grant = useMutation(
    trpc.people.grant.mutationOptions({
      onSuccess: async () => {
        const next = emptyGrant(personId);
        setBlank(next);
        form.setValues(next);
        await cache.invalidateQueries({ queryKey: trpc.people.pathKey() });
      },
    }),
  );
  const { id: _id, personId: _, ...value } = form.values;
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => grant.mutate(values))}>
      <Refusal error={grant.error} />
      <AssignmentFields
        value={value}
        onChange={(next) => form.setValues(next)}
        errors={{ countries: form.errors.countries, operations: form.errors.operations }}
      />
      <div>
        <SubmitButton pending={grant.isPending}>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}

const emptyGrant = (personId: string): GrantInput => ({
  id: newId(),
  personId,
  role: "liaison",
  countries: [],
  operations: "all",
});
