"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Clash } from "#components/form/clash.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { readError } from "#components/form/read-error.ts";
import { Refusal } from "#components/form/refusal.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SearchSelectField } from "#components/form/select-field.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useClash } from "#components/form/use-clash.ts";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { SourceTier } from "#generated/prisma/enums.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import { BLANK_SOURCE, SOURCE_FIELDS } from "../rules/fields.ts";
import type { SourceContent } from "../schema.ts";
import type { Published } from "./figure-words.ts";
import styles from "./figures.module.css";

type Source = Published["sources"][number];
type Values = SourceContent & { id: string };
type Props = { operationId: string; source?: Source; done: () => void };

const contentOf = (source: SourceContent): SourceContent =>
  Object.fromEntries(SOURCE_FIELDS.map((name) => [name, source[name]])) as SourceContent;

/** Adds a source, or revises one over the version that was opened. */
export function SourceForm({ operationId, source: given, done }: Props) {
  // As it was opened: what others save meanwhile meets it in the clash.
  const [source] = useState(given);
  const t = useTranslations("figures.sources");
  const { form, send, pending, refused, clash } = useSourceForm({
    operationId,
    done,
    ...(source && { source }),
  });
  const words = useSourceWords();
  const differing = clash.fields(words);
  const text = (name: "locator" | "title" | "publisher") => ({
    value: form.values[name] ?? "",
    error: form.errors[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      form.setFieldValue(name, name === "locator" || value !== "" ? value : null),
  });
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit(send)}>
      {differing && <Clash fields={differing} chosen={clash.chosen} onChoose={clash.choose} />}
      <TextField
        required
        label={t("field.locator")}
        description={t("hint.locator")}
        dir="auto"
        maxLength={1000}
        {...text("locator")}
      />
      <TextField label={t("field.title")} dir="auto" maxLength={300} {...text("title")} />
      <TextField label={t("field.publisher")} dir="auto" maxLength={200} {...text("publisher")} />
      <div className={styles.pair}>
        <SearchSelectField
          label={t("field.language")}
          clearable
          value={form.values.language}
          error={form.errors.language}
          onChange={(language) => form.setFieldValue("language", language)}
          data={words.languages}
        />
        <DateField
          label={t("field.publishedOn")}
          value={form.values.publishedOn}
          error={form.errors.publishedOn}
          onChange={(day) => form.setFieldValue("publishedOn", day || null)}
        />
      </div>
      <Segmented
        label={t("field.tier")}
        choices={Object.values(SourceTier).map((value) => ({ value, label: words.tier(value) }))}
        value={form.values.tier}
        onChange={(tier) => form.setFieldValue("tier", tier)}
      />
      {!differing && <Refusal error={refused} />}
      <div className={styles.actions}>
        <SubmitButton pending={pending}>{t(source ? "save" : "add")}</SubmitButton>
        <ActionButton onClick={done}>{t("leave")}</ActionButton>
      </div>
    </form>
  );
}

function useSourceForm({ operationId, source, done }: Props) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const version = source?.version ?? 1;
  const envelope = source ? { version } : { operationId };
  const form = useZodForm<Values & { version?: number; operationId?: string }>({
    schema: async () => {
      const { addSourceInput, reviseSourceInput } = await import("../schema.ts");
      return source ? reviseSourceInput : addSourceInput;
    },
    initialValues: {
      ...BLANK_SOURCE,
      ...(source && contentOf(source)),
      id: source?.id ?? newId(),
      ...envelope,
    },
  });
  const clash = useClash<SourceContent>(SOURCE_FIELDS, (name, value) =>
    form.setFieldValue(name, value as never),
  );
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: trpc.figures.pathKey() });
    done();
  };
  const add = useMutation(trpc.figures.addSource.mutationOptions({ onSuccess }));
  const revise = useMutation(
    trpc.figures.reviseSource.mutationOptions({
      onSuccess,
      onError: async (error, sent) => {
        if (!source || readError(error).reason !== "source.changed_meanwhile") return;
        const { sources } = await queries.query({
          ...trpc.figures.list.queryOptions({ operationId }),
          staleTime: 0,
        });
        const theirs = sources.find(({ id }) => id === source.id);
        if (!theirs) return;
        form.setFieldValue("version", theirs.version);
        clash.open({ base: contentOf(source), mine: contentOf(sent), theirs: contentOf(theirs) });
      },
    }),
  );
  return {
    form,
    clash,
    pending: add.isPending || revise.isPending,
    refused: source ? revise.error : add.error,
    send: (values: Values & { version?: number }) => {
      const content = { ...contentOf(values), id: values.id };
      if (source) revise.mutate({ ...content, version: values.version ?? version });
      else add.mutate({ ...content, operationId });
    },
  };
}

const LANGUAGES = ["ar", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ro", "ru", "sw", "tr", "uk", "zh"];

function useSourceWords() {
  const t = useTranslations("figures.sources");
  const terms = useTranslations("terms.sourceTier");
  const format = useFormatter();
  const names = new Intl.DisplayNames([useLocale()], { type: "language" });
  return {
    languages: LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value })),
    tier: terms,
    name: (name: keyof SourceContent) => t(`field.${name}`),
    value(source: SourceContent, name: keyof SourceContent): string {
      if (name === "tier") return terms(source.tier);
      if (name === "publishedOn")
        return source.publishedOn ? format.dateTime(new Date(source.publishedOn), "day") : "—";
      if (name === "language") return source.language ? (names.of(source.language) ?? source.language) : "—";
      return source[name] ?? "—";
    },
  };
}
