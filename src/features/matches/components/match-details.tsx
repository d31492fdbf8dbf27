"use client";

import { useLocale, useNow, useTranslations } from "next-intl";
import { SearchSelectField } from "#components/form/select-field.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { Finding, InterimMeasure, MatchChannel } from "#generated/prisma/enums.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countriesByName } from "#lib/country.ts";
import { personalDataKinds } from "#lib/personal-data.ts";
import { localDateOf } from "#lib/zone.ts";
import { useNullableSelect, type Fields } from "./match-fields.tsx";
import styles from "./matches.module.css";

type Props = Fields & {
  zone: string;
  /** Recent matches at the post, for a further hit on the same traveller. */
  recent: readonly { id: string; reference: string; detectedAt: Date; database: string }[];
};

/** What may follow later: nothing of it is asked before the match can be recorded. */
export function MatchDetails({ zone, recent, ...fields }: Props) {
  const { bind, set } = fields;
  const t = useTranslations("matches");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const select = useNullableSelect(fields);
  return (
    <>
      <Segmented
        label={t("field.channel")}
        choices={Object.values(MatchChannel).map((value) => ({
          value,
          label: terms(`matchChannel.${value}`),
        }))}
        value={bind("channel").value as MatchChannel}
        onChange={(value) => set("channel", value)}
      />
      {recent.length > 0 &&
        select(
          "sameTravellerAs",
          t("field.sameTravellerAs"),
          recent.map(({ id, reference, detectedAt }) => ({
            value: id,
            label: `${reference} · ${format.dateTime(detectedAt, "momentZone", { timeZone: zone })}`,
          })),
        )}
      {select(
        "finding",
        t("field.finding"),
        Object.values(Finding).map((value) => ({ value, label: terms(`finding.${value}`) })),
      )}
      {select(
        "interimMeasure",
        t("field.interimMeasure"),
        Object.values(InterimMeasure).map((value) => ({ value, label: terms(`interimMeasure.${value}`) })),
      )}
      <Routes {...fields} />
      <Note {...fields} zone={zone} />
    </>
  );
}

const ROUTES = ["routeOrigin", "routeTransit", "routeDestination"] as const;

function Routes({ bind, set }: Fields) {
  const t = useTranslations("matches");
  const locale = useLocale();
  const countries = countriesByName(locale).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className={styles.routes}>
      {ROUTES.map((name) => (
        <SearchSelectField
          key={name}
          label={t(`field.${name}`)}
          data={countries}
          clearable
          limit={60}
          placeholder={t("unknown")}
          value={(bind(name).value as string | null) ?? null}
          onChange={(code) => set(name, code)}
        />
      ))}
    </div>
  );
}

/** Free text warns when it looks like personal data; it never blocks. */
function Note({ bind, set, zone }: Fields & { zone: string }) {
  const t = useTranslations("matches");
  const today = localDateOf(useNow(), zone);
  const note = (bind("note").value as string | null) ?? "";
  return (
    <TextAreaField
      label={t("field.note")}
      description={t("form.noteHint")}
      maxLength={1000}
      value={note}
      error={bind("note").error}
      onChange={(event) => set("note", event.currentTarget.value || null)}
      personal={personalDataKinds(note, today).length > 0}
    />
  );
}
