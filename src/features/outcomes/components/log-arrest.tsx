"use client";

import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import type { RecordArrest } from "../schema/record.ts";
import { ArrestFields, phaseOf } from "./arrest-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { emptyPlace, type ArrestValues, type Places } from "./result-draft.ts";
import { ResultRecorded, type Recorded } from "./result-recorded.tsx";
import { ResultSheet } from "./result-sheet.tsx";
import { useResultForm, useSendResult } from "./use-result-form.ts";
import { WhereToRecord, type CitedMatch } from "./where-to-record.tsx";

type Props = { places: Places; from: CitedMatch | null };

/** Records an arrest on a phone, from a match or not. */
export function LogArrest() {
  return <WhereToRecord cites>{(places, from) => <Opened places={places} from={from} />}</WhereToRecord>;
}

function Opened({ places, from }: Props) {
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const [origin, setOrigin] = useState(from);
  if (recorded)
    return (
      <ResultRecorded
        recorded={recorded}
        again={() => {
          setOrigin(null);
          setRecorded(null);
        }}
      />
    );
  return <Form places={places} from={origin} done={setRecorded} />;
}

function Form({ places, from, done }: Props & { done: (recorded: Recorded) => void }) {
  const t = useTranslations("outcomes.arrest");
  const now = useNow();
  const { form, set, place, draft, wasKept, startAnew } = useResultForm<ArrestValues>({
    kind: "arrest",
    schema: async () => (await import("../schema/forms.ts")).arrestForm,
    places,
    empty: () => emptyArrest(places, from, now),
    fresh: from !== null,
  });
  const { send, pending, refused } = useSendResult((entry) => {
    draft.drop();
    done({ id: entry.id, countryCode: place.countryCode, href: `/results/arrest/${entry.id}` });
  });
  const submit = form.onSubmit((values) => {
    const input = { ...values, phaseId: phaseOf(values, place) };
    void send("arrest.record", input as RecordArrest, { place, values });
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
      <ArrestFields {...fields} />
    </ResultSheet>
  );
}

/** At the place and on the day of the match, if that is a place of mine; one arrested, for a reason nobody has said yet. */
function emptyArrest(places: Places, from: CitedMatch | null, now: Date): ArrestValues {
  const there = places.find(
    ({ operationId, countryCode }) => operationId === from?.operationId && countryCode === from.countryCode,
  );
  const where = emptyPlace(there ?? places[0], now);
  const ofMatch = there && from ? { borderPointId: from.borderPointId, localDate: from.localDate } : {};
  return { ...where, ...ofMatch, count: 1, offence: null, matchId: from?.id ?? null };
}
