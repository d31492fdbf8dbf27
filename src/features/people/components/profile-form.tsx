"use client";

import { useMantineColorScheme } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Refusal } from "#components/form/refusal.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { keepLocale } from "#i18n/keep-locale.ts";
import { LANGUAGE_NAMES, LOCALES } from "#i18n/locale.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import type { ProfileInput } from "../schema.ts";
import styles from "./people.module.css";

export function ProfileForm({ me }: { me: RouterOutputs["people"]["me"] }) {
  const t = useTranslations("people");
  const schemes = useTranslations("shell.scheme");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const router = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  const form = useZodForm<ProfileInput>({
    schema: async () => (await import("../schema.ts")).profileInput,
    initialValues: { name: me.name, locale: me.locale, scheme: me.scheme } as ProfileInput,
  });
  const save = useMutation(
    trpc.people.changeProfile.mutationOptions({
      onSuccess: async (_, { locale, scheme }) => {
        keepLocale(locale);
        setColorScheme(scheme);
        await cache.invalidateQueries({ queryKey: trpc.people.pathKey() });
        router.refresh();
      },
    }),
  );
  return (
    <Card title={t("own.profile")}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Refusal error={save.error} />
        {save.isSuccess && <Notice tone="valid">{t("own.saved")}</Notice>}
        <TextField label={t("name")} autoComplete="name" {...form.getInputProps("name")} />
        <SelectField
          label={t("own.language")}
          data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          {...form.getInputProps("locale")}
        />
        <SelectField
          label={t("own.colours")}
          data={(["light", "dark", "auto"] as const).map((value) => ({ value, label: schemes(value) }))}
          {...form.getInputProps("scheme")}
        />
        <div>
          <SubmitButton pending={save.isPending} />
        </div>
      </form>
    </Card>
  );
}
