"use client";

import { useLocale } from "next-intl";
import { useState } from "react";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useDraft, useDraftOwner } from "#components/form/drafts.tsx";
import { useInBrowser } from "#components/form/use-in-browser.ts";
import { useZodForm, type Checks } from "#components/form/use-zod-form.ts";
import { useExercise } from "#components/layout/world-link.tsx";
import { countryName } from "#lib/country.ts";
import { errorOf, type OutboxEntry } from "#offline/outbox.ts";
import { useOutbox, type OutboxInputs, type OutboxKind } from "#offline/use-outbox.ts";
import { resumed, type PlaceValues, type Places, type ResultPlace } from "./result-draft.ts";

type Options<Values> = {
  /** Also the name of the draft on this device. */
  kind: string;
  schema: Checks;
  places: Places;
  /** A form with nothing in it, at the place one comes from or the first on offer. */
  empty: () => Values;
  /** One comes from a match: what was begun elsewhere waits. */
  fresh?: boolean;
};

/** The values of a result while they are typed: kept on this device per person and world, offered back. */
export function useResultForm<Values extends PlaceValues>(options: Options<Values>) {
  const { kind, schema, places, empty, fresh } = options;
  const exercise = useExercise();
  const draft = useDraft(exercise ? `${kind}.exercise` : kind);
  const here = useInBrowser();
  const [kept] = useState(() => (fresh || !here ? null : resumed(draft.read(), empty(), places)));
  const [wasKept, setWasKept] = useState(kept !== null);
  const [first] = useState(() => kept ?? empty());
  const form = useZodForm<Values>({
    schema,
    initialValues: first,
    onValuesChange: (values) => draft.keep(values),
  });
  const { operationId, countryCode } = form.values;
  const place =
    places.find((one) => one.operationId === operationId && one.countryCode === countryCode) ?? places[0];
  const set = (patch: Partial<Values>) => {
    form.setValues({ ...form.getValues(), ...patch });
    for (const name of Object.keys(patch)) form.clearFieldError(name);
  };
  const startAnew = () => {
    draft.drop();
    form.setValues(empty());
    setWasKept(false);
  };
  return { form, set, place, draft, wasKept, startAnew };
}

/** Through the outbox: kept first, then sent under its own id. A refusal comes back into the form, which keeps what was typed. */
export function useSendResult(done: (entry: OutboxEntry) => void) {
  const outbox = useOutbox(useDraftOwner());
  const locale = useLocale();
  const format = useFormatter();
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const send = async <K extends OutboxKind>(
    kind: K,
    input: OutboxInputs[K],
    at: { place: ResultPlace; values: PlaceValues },
  ) => {
    if (pending) return;
    setPending(true);
    setRefused(null);
    const point = at.place.points.find(({ id }) => id === at.values.borderPointId);
    const day = format.dateTime(new Date(`${at.values.localDate}T00:00:00Z`), "dayMonth");
    const title = point?.name ?? countryName(at.place.countryCode, locale);
    const entry = await outbox.file(kind, input, { title, day });
    setPending(false);
    if (entry.state === "refused") {
      outbox.drop(entry.id);
      setRefused(errorOf(entry.refusal));
      return;
    }
    done(entry);
  };
  return { send, pending, refused };
}
