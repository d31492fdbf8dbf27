"use client";

import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import type { RecordSeizure } from "../schema/record.ts";
import { PlaceFields } from "./place-fields.tsx";
import { emptyPlace, type Places, type SeizureValues } from "./result-draft.ts";
import { ResultRecorded, type Recorded } from "./result-recorded.tsx";
import { ResultSheet } from "./result-sheet.tsx";
import { SeizureFields } from "./seizure-fields.tsx";
import { useResultForm, useSendResult } from "./use-result-form.ts";
import { WhereToRecord } from "./where-to-record.tsx";

type Props = { places: Places };

/** Records a seizure: commodity, quantity, unit. */
export function LogSeizure() {
  return <WhereToRecord>{(places) => <Opened places={places} />}</WhereToRecord>;
}

function Opened({ places }: Props) {
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  if (recorded) return <ResultRecorded recorded={recorded} again={() => setRecorded(null)} />;
  return <Form places={places} done={setRecorded} />;
}

function Form({ places, done }: Props & { done: (recorded: Recorded) => void }) {
  const t = useTranslations("outcomes.seizure");
  const now = useNow();
  const { form, set, place, draft, wasKept, startAnew } = useResultForm<SeizureValues>({
    kind: "seizure",
    schema: async () => (await import("../schema/forms.ts")).seizureForm,
    places,
    empty: () => ({ ...emptyPlace(places[0], now), commodity: null, quantity: null, unit: null }),
  });
  const { send, pending, refused } = useSendResult((entry) => {
    draft.drop();
    done({ id: entry.id, countryCode: place.countryCode, href: `/results/seizure/${entry.id}` });
  });
  const submit = form.onSubmit((values) => {
    void send("seizure.record", values as RecordSeizure, { place, values });
  });
  const fields = { place, values: form.values, errors: form.errors, set };
  return (
    <ResultSheet
      label={t("title")}
      countryCode={place.countryCode}
      {...{ wasKept, startAnew, pending, refused }}
      onSubmit={submit}
    >
      <PlaceFields places={places} {...fields} />
      <SeizureFields {...fields} />
    </ResultSheet>
  );
}
