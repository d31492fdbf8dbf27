"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { ClashField, ClashSide } from "#components/form/clash.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { PlanSession } from "../schema.ts";
import type { PlanChoices, Session } from "./training-types.ts";
import { useTrainingWords } from "./training-words.ts";

type Values = PlanSession;
type Name = Exclude<keyof Values, "id">;
type Chosen = Partial<Record<string, ClashSide>>;

const NAMES: readonly Name[] = [
  "operationId",
  "title",
  "countryCode",
  "place",
  "startsOn",
  "endsOn",
  "delivery",
  "languages",
  "topics",
  "seats",
  "trainerIds",
  "pointIds",
];

const inOrder = (values: readonly string[]) => values.toSorted((a, b) => a.localeCompare(b));
const plain = (value: unknown) => JSON.stringify(Array.isArray(value) ? inOrder(value.map(String)) : value);
const same = (a: Values, b: Values, name: Name) => plain(a[name]) === plain(b[name]);

/** Both versions of a session, field by field, once somebody else saved; what only the other touched is theirs to begin with. */
export function useSessionClash(session: Session | undefined, valuesOf: (session: Session) => Values) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const words = useValueWords();
  const [theirs, setTheirs] = useState<Session | null>(null);
  const [mine, setMine] = useState<Values | null>(null);
  const [chosen, setChosen] = useState<Chosen>({});
  const open = async (sent: Values) => {
    if (!session) return;
    const fresh = await queries.query({
      ...trpc.training.get.queryOptions({ id: session.id }),
      staleTime: 0,
    });
    const base = valuesOf(theirs ?? session);
    const untouched = NAMES.filter((name) => same(base, sent, name) && !same(base, valuesOf(fresh), name));
    setMine(sent);
    setTheirs(fresh);
    setChosen(Object.fromEntries(untouched.map((name) => [name, "theirs" as const])));
  };
  const differing = mine && theirs ? NAMES.filter((name) => !same(mine, valuesOf(theirs), name)) : [];
  return {
    open,
    chosen,
    choose: (key: string, side: ClashSide) => setChosen({ ...chosen, [key]: side }),
    version: theirs?.version ?? session?.version ?? 1,
    /** Null while nobody else saved. */
    fields:
      mine && theirs
        ? (choices: PlanChoices): ClashField[] =>
            differing.map((name) => ({
              key: name,
              label: words.name(name),
              mine: words.value(mine, name, choices),
              theirs: words.value(valuesOf(theirs), name, choices),
            }))
        : null,
    /** What is on the form, with theirs where it was taken. */
    settle(values: Values): Values {
      if (!theirs) return values;
      const taken = NAMES.filter((name) => chosen[name] === "theirs");
      const other = valuesOf(theirs);
      return { ...values, ...Object.fromEntries(taken.map((name) => [name, other[name]])) };
    },
  };
}

/** A field's name and its value as it is read, not as it is kept. */
function useValueWords() {
  const t = useTranslations("training");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const format = useFormatter();
  const words = useTrainingWords();
  const listed = (values: readonly string[]) => inOrder(values).join(" · ") || "—";
  return {
    name: (name: Name) => t(`field.${name}`),
    value(values: Values, name: Name, { operations, organisations, points }: PlanChoices): string {
      const nameOf = (rows: readonly { id: string; name: string }[], id: string) =>
        rows.find((row) => row.id === id)?.name ?? id.slice(-4);
      switch (name) {
        case "operationId":
          return operations.find(({ id }) => id === values.operationId)?.codename ?? t("noOperation");
        case "countryCode":
          return countryName(values.countryCode, locale);
        case "startsOn":
        case "endsOn":
          return format.dateTime(new Date(values[name]), "day");
        case "delivery":
          return words.delivery(values.delivery);
        case "languages":
          return listed(values.languages.map(words.language));
        case "topics":
          return listed(values.topics.map((topic) => terms(`topic.${topic}`)));
        case "seats":
          return values.seats === null ? t("session.notStated") : format.number(values.seats, "count");
        case "trainerIds":
          return listed(values.trainerIds.map((id) => nameOf(organisations, id)));
        case "pointIds":
          return listed(values.pointIds.map((id) => nameOf(points, id)));
        default:
          return values[name];
      }
    },
  };
}
