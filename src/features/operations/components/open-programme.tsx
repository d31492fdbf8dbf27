"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ActionLink } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { Card } from "#components/layout/card.tsx";
import { keepWorld } from "#components/layout/keep-world.ts";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { OpenProgramme as Input } from "../schema/programme.ts";
import { ProgrammeFields } from "./programme-fields.tsx";
import styles from "./programmes.module.css";

const blank = (): Input => ({
  id: newId(),
  code: "",
  name: "",
  objective: null,
  donor: null,
  crimeAreas: [],
  topics: [],
  databases: [],
  systems: [],
  sectors: [],
});

/** Opens a programme with all that is known of it. */
export function OpenProgramme() {
  const t = useTranslations("programmes");
  const shell = useTranslations("shell");
  const trpc = useTRPC();
  const router = useRouter();
  const exercise = useExercise();
  const queries = useQueryClient();
  const form = useZodForm<Input>({
    schema: async () => (await import("../schema/programme.ts")).openProgrammeInput,
    initialValues: blank(),
  });
  const open = useMutation(
    trpc.operations.openProgramme.mutationOptions({
      onSuccess: async ({ id }) => {
        await queries.invalidateQueries({ queryKey: trpc.operations.pathKey() });
        router.push(keepWorld(`/settings/programmes/${id}`, exercise));
      },
    }),
  );
  return (
    <>
      <PageHeader title={t("open")} crumbs={[{ label: t("back"), href: "/settings/programmes" }]} />
      <Card>
        <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => open.mutate(values))}>
          <TextField
            label={t("field.code")}
            description={t("hint.code")}
            dir="auto"
            maxLength={60}
            value={form.values.code}
            error={form.errors.code}
            onChange={(event) => form.setFieldValue("code", event.currentTarget.value)}
          />
          <ProgrammeFields form={form} />
          <Refusal error={open.error} />
          <div className={styles.actions}>
            <SubmitButton pending={open.isPending}>{t("open")}</SubmitButton>
            <ActionLink href="/settings/programmes">{shell("cancel")}</ActionLink>
          </div>
        </form>
      </Card>
    </>
  );
}
