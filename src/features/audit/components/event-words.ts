"use client";

import type { AccessSystem } from "#generated/prisma/enums.ts";
import { useLocale, useTranslations } from "next-intl";
import { useJoined } from "#i18n/use-joined.ts";
import { countryName, isCountryCode } from "#lib/country.ts";
import { verbOf, wordKeyOf } from "../rules.ts";

type EntityKey = Parameters<ReturnType<typeof useTranslations<"audit.entity">>>[0];
type VerbKey = Parameters<ReturnType<typeof useTranslations<"audit.verb">>>[0];

/** An event in the reader's language: the thing and what was done with it. */
export function useEventWords() {
  const t = useTranslations("audit");
  const entities = useTranslations("audit.entity");
  const verbs = useTranslations("audit.verb");
  const fieldWord = useFieldWord();
  const ofEvents = useTranslations("audit.field");
  const systems = useTranslations("terms.accessSystem");
  const locale = useLocale();
  const { list } = useJoined();
  const entity = (name: string) => entities(entities.has(name as EntityKey) ? (name as EntityKey) : "other");
  const verb = (name: string) => verbs(verbs.has(name as VerbKey) ? (name as VerbKey) : "other");
  const chain = (name: string): string => {
    if (name === "system") return t("chain.system");
    if (name === "sign-in") return t("chain.signIn");
    return isCountryCode(name) ? countryName(name, locale) : name;
  };
  return {
    entity,
    verb,
    chain,
    event: (event: { entity: string; action: string }) =>
      t("what", { entity: entity(event.entity), verb: verb(verbOf(event.action)) }),
    /** A changed field in words; what has none keeps its name. */
    field: (entity: string, name: string): string => {
      const key = name as Parameters<typeof ofEvents>[0];
      return fieldWord(entity, name) ?? (ofEvents.has(key) ? ofEvents(key) : name);
    },
    /** Which system it was, and what was changed of a plan or of details, where it has words. */
    more: (event: {
      entity: string;
      action: string;
      fields: readonly string[];
      system: AccessSystem | null;
    }) =>
      list([
        ...(event.system === null ? [] : [systems(event.system)]),
        ...(CHANGED.has(verbOf(event.action))
          ? event.fields.flatMap((name) => fieldWord(event.entity, name) ?? [])
          : []),
      ]),
  };
}

/** Verbs that change what was said before; the fields of any other follow from the verb. */
const CHANGED = new Set(["amended", "changed", "revised"]);

function useFieldWord() {
  const points = useTranslations("points.field");
  const words = {
    operation: useTranslations("planning"),
    training_session: useTranslations("training.field"),
    match: useTranslations("matches.field"),
    organisation: useTranslations("organisations.field"),
    programme: useTranslations("programmes.field"),
    border_point: points,
    access_point: points,
    figure: useTranslations("figures.field"),
    source: useTranslations("figures.sources.field"),
  };
  type Words = { (name: string): string; has: (name: string) => boolean };
  return (entity: string, name: string): string | null => {
    if (!(entity in words)) return null;
    const of = words[entity as keyof typeof words] as unknown as Words;
    const key = wordKeyOf(entity, name);
    return of.has(key) ? of(key) : null;
  };
}
