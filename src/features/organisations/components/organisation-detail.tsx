"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Clash } from "#components/form/clash.tsx";
import { Known } from "#components/form/known.tsx";
import { readError } from "#components/form/read-error.ts";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useClash } from "#components/form/use-clash.ts";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Stack } from "#components/layout/page.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { ORGANISATION_FIELDS } from "../rules.ts";
import type { OrganisationContent, ReviseOrganisation } from "../schema.ts";
import { OrganisationFields } from "./organisation-fields.tsx";
import { useOrganisationWords } from "./organisation-words.ts";
import styles from "./organisations.module.css";
import { RetireOrganisation } from "./retire-organisation.tsx";

type Organisation = RouterOutputs["organisations"]["show"];

/** One organisation: what is said of it, and whether forms offer it. */
export function OrganisationDetail({ id }: { id: string }) {
  const t = useTranslations("organisations");
  const organisation = useQuery(useTRPC().organisations.show.queryOptions({ id }));
  return (
    <Known query={organisation} title={t("notShown")} waiting={<SkeletonLines lines={6} />}>
      {(data) => (
        <Stack>
          <PageHeader
            title={<bdi>{data.name}</bdi>}
            crumbs={[{ label: t("back"), href: "/settings/organisations" }]}
          />
          <ReviseForm organisation={data} />
          <RetireOrganisation organisation={data} />
        </Stack>
      )}
    </Known>
  );
}

const contentOf = ({ name, acronym, kind, countryCode }: OrganisationContent): OrganisationContent => ({
  name,
  acronym,
  kind,
  countryCode,
});

function ReviseForm({ organisation }: { organisation: Organisation }) {
  const t = useTranslations("organisations");
  const words = useOrganisationWords();
  const { form, revise, clash } = useRevising(organisation);
  const alike = revise.error && readError(revise.error).reason === "organisation.sounds_alike";
  const differing = clash.fields(words);
  return (
    <Card>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => revise.mutate(values))}>
        {differing && <Clash fields={differing} chosen={clash.chosen} onChoose={clash.choose} />}
        <OrganisationFields form={form} />
        {!differing && (
          <Refusal
            error={revise.error}
            action={
              alike && (
                <ActionButton onClick={() => revise.mutate({ ...form.values, anyway: true })}>
                  {t("differentSave")}
                </ActionButton>
              )
            }
          />
        )}
        {revise.isSuccess && !form.isDirty() && <Notice tone="valid">{t("saved")}</Notice>}
        <div className={styles.actions}>
          <SubmitButton pending={revise.isPending}>{t("save")}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function useRevising(organisation: Organisation) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id, version } = organisation;
  // As it was opened: what others save meanwhile meets it in the clash.
  const [base, setBase] = useState(() => contentOf(organisation));
  const form = useZodForm<ReviseOrganisation>({
    schema: async () => (await import("../schema.ts")).reviseOrganisationInput,
    initialValues: { id, version, ...contentOf(organisation), anyway: false },
  });
  const clash = useClash<OrganisationContent>(ORGANISATION_FIELDS, (name, value) =>
    form.setFieldValue(name, value as never),
  );
  const read = () => queries.query({ ...trpc.organisations.show.queryOptions({ id }), staleTime: 0 });
  const revise = useMutation(
    trpc.organisations.revise.mutationOptions({
      onSuccess: async () => {
        clash.close();
        const now = await read();
        const values = { id, version: now.version, ...contentOf(now), anyway: false };
        setBase(contentOf(now));
        form.setValues(values);
        form.resetDirty(values);
        await queries.invalidateQueries({ queryKey: trpc.organisations.pathKey() });
        await queries.invalidateQueries({ queryKey: trpc.audit.pathKey() });
      },
      onError: async (error, sent) => {
        if (readError(error).reason !== "organisation.changed_meanwhile") return;
        const theirs = await read();
        form.setFieldValue("version", theirs.version);
        clash.open({ base, mine: contentOf(sent), theirs: contentOf(theirs) });
        // Whoever saves next is met from here: what was taken from this version is nobody's change.
        setBase(contentOf(theirs));
      },
    }),
  );
  return { form, revise, clash };
}
