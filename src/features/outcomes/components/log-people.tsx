"use client";

import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { newId } from "#lib/ids.ts";
import type { RecordPeopleGroups } from "../schema/record.ts";
import { PeopleGroups } from "./people-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { AGE_GROUPS, emptyPlace, groupKey, SEXES, type GroupsValues, type Places } from "./result-draft.ts";
import { ResultRecorded, type Recorded } from "./result-recorded.tsx";
import { ResultSheet } from "./result-sheet.tsx";
import { useResultForm, useSendResult } from "./use-result-form.ts";
import { WhereToRecord } from "./where-to-record.tsx";

type Props = { places: Places };

/** Records victims, migrants and missing persons as counts by age and sex. */
export function LogPeople() {
  return <WhereToRecord>{(places) => <Opened places={places} />}</WhereToRecord>;
}

function Opened({ places }: Props) {
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  if (recorded) return <ResultRecorded recorded={recorded} again={() => setRecorded(null)} />;
  return <Form places={places} done={setRecorded} />;
}

function Form({ places, done }: Props & { done: (recorded: Recorded) => void }) {
  const t = useTranslations("outcomes.people");
  const now = useNow();
  const { form, set, place, draft, wasKept, startAnew } = useResultForm<GroupsValues>({
    kind: "people",
    schema: async () => {
      const { peopleForm } = await import("../schema/forms.ts");
      return { safeParse: (values) => peopleForm.safeParse(sendingOf(values as GroupsValues)) };
    },
    places,
    empty: () => ({ ...emptyPlace(places[0], now), kind: null, counts: {} }),
  });
  const { send, pending, refused } = useSendResult((entry) => {
    draft.drop();
    done({ id: entry.id, countryCode: place.countryCode, href: "/results?kind=people" });
  });
  const submit = form.onSubmit((values) => {
    void send("people.record", sendingOf(values) as RecordPeopleGroups, { place, values });
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
      <PeopleGroups {...fields} />
    </ResultSheet>
  );
}

/** What was typed, as it is sent. */
const sendingOf = ({ counts, ...rest }: GroupsValues) => ({ ...rest, groups: groupsOf(counts) });

/** Without the groups of which nobody was counted. */
function groupsOf(counts: GroupsValues["counts"]) {
  return AGE_GROUPS.flatMap((ageGroup) =>
    SEXES.flatMap((sex) => {
      const count = counts[groupKey(ageGroup, sex)] ?? 0;
      return count > 0 ? [{ id: newId(), ageGroup, sex, count }] : [];
    }),
  );
}
