"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { SearchSelectField, SelectField } from "#components/form/select-field.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { DocumentType, NoticeColour, RecordStatus } from "#generated/prisma/enums.ts";
import { ISSUER_CODES } from "#lib/issuer.ts";
import { authorityName, isAuthorityCode } from "../rules/asked.ts";
import { asksFor } from "../rules/next-steps.ts";
import { MATCH_DATABASES } from "../rules/databases.ts";
import type { RecordMatch } from "../schema.ts";

export type Fields = {
  /** Null while nobody has said which database answered. */
  values: { database: RecordMatch["database"] | null };
  bind: (name: keyof RecordMatch) => { value: unknown; error?: string | undefined };
  set: (name: keyof RecordMatch, value: unknown) => void;
};

/** A list in which "" stands for what is not known yet. */
export function useNullableSelect({ bind, set }: Fields) {
  const t = useTranslations("matches");
  return (name: keyof RecordMatch, label: string, data: { value: string; label: string }[]) => {
    const { value, error } = bind(name);
    return (
      <SelectField
        label={label}
        data={[{ value: "", label: t("unknown") }, ...data]}
        value={(value as string | null) ?? ""}
        error={error}
        onChange={(event) => set(name, event.currentTarget.value || null)}
      />
    );
  };
}

/** What the hit is: the database, and what a hit there is about. Only the questions that it answers are asked. */
export function MatchFields(fields: Fields) {
  const { values, bind, set } = fields;
  const t = useTranslations("matches");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const select = useNullableSelect(fields);
  const { issuers, authorities } = useMemo(() => codesByName(locale), [locale]);
  const { document, notice } = values.database ? asksFor(values.database) : NOTHING_YET;
  const isDocument = values.database !== "smv" && values.database !== "iarms";
  const search = (name: "issuer" | "requestingAuthority", label: string, data: Choice[]) => (
    <SearchSelectField
      label={label}
      data={data}
      clearable
      limit={60}
      placeholder={t("unknown")}
      value={(bind(name).value as string | null) ?? null}
      error={bind(name).error}
      onChange={(code) => set(name, code)}
    />
  );
  return (
    <>
      <Segmented
        label={t("field.database")}
        choices={MATCH_DATABASES.map((value) => ({ value, label: terms(`database.${value}`) }))}
        value={values.database}
        error={bind("database").error}
        onChange={(database) => set("database", database)}
      />
      {document && search("issuer", t(isDocument ? "field.issuer" : "field.registered"), issuers)}
      {document &&
        isDocument &&
        select(
          "documentType",
          t("field.documentType"),
          Object.values(DocumentType).map((value) => ({ value, label: terms(`documentType.${value}`) })),
        )}
      {document && (
        <Segmented
          label={t("field.recordStatus")}
          choices={Object.values(RecordStatus).map((value) => ({
            value,
            label: terms(`recordStatus.${value}`),
          }))}
          value={bind("recordStatus").value as RecordStatus | null}
          onChange={(value) => set("recordStatus", value)}
        />
      )}
      {notice &&
        select(
          "noticeColour",
          t("field.noticeColour"),
          Object.values(NoticeColour).map((value) => ({ value, label: terms(`noticeColour.${value}`) })),
        )}
      {notice && search("requestingAuthority", t("field.requestingAuthority"), authorities)}
    </>
  );
}

const NOTHING_YET = { document: false, notice: false };

type Choice = { value: string; label: string };

/** Issuers, and who may be behind a notice, by name in the reader's language; countries before organisations. */
function codesByName(locale: string): { issuers: Choice[]; authorities: Choice[] } {
  const order = new Intl.Collator(locale);
  const named = (codes: readonly string[]): Choice[] =>
    codes
      .map((value) => ({ value, label: authorityName(value, locale) }))
      .toSorted((a, b) => order.compare(a.label, b.label));
  return {
    issuers: named(ISSUER_CODES),
    authorities: named([...ISSUER_CODES, "ICC"].filter(isAuthorityCode)),
  };
}
