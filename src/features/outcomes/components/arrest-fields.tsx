"use client";

import { useTranslations } from "next-intl";
import { CountField } from "#components/form/count-field.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { Offence } from "#generated/prisma/enums.ts";
import { MatchPicker } from "./match-picker.tsx";
import { phaseOn, type ArrestValues, type ResultPlace } from "./result-draft.ts";

export type FieldsProps<Values> = {
  place: ResultPlace;
  values: Values;
  errors: Partial<Record<string, unknown>>;
  set: (patch: Partial<Values>) => void;
};

/** How many were arrested, for what, from which match, in which phase. */
export function ArrestFields({ place, values, errors, set }: FieldsProps<ArrestValues>) {
  const t = useTranslations("outcomes.arrest");
  const terms = useTranslations("terms");
  const said = (name: string) => errors[name] as string | undefined;
  return (
    <>
      <Segmented
        label={t("offence")}
        choices={Object.values(Offence).map((value) => ({ value, label: terms(`offence.${value}`) }))}
        value={values.offence}
        error={said("offence")}
        onChange={(offence) => set({ offence })}
      />
      <CountField
        label={t("count")}
        description={t("countHint")}
        value={values.count}
        error={said("count")}
        onChange={(count) => set({ count })}
      />
      <MatchPicker value={values.matchId} error={said("matchId")} onChange={(matchId) => set({ matchId })} />
      {place.phases.length > 0 && (
        <SelectField
          label={t("phase")}
          value={phaseOf(values, place) ?? ""}
          data={[
            { value: "", label: t("noPhase") },
            ...place.phases.map(({ id, kind, label }) => ({
              value: id,
              label: label ?? (kind ? terms(`phaseKind.${kind}`) : t("noPhase")),
            })),
          ]}
          onChange={(event) => set({ phaseId: event.currentTarget.value || null })}
        />
      )}
    </>
  );
}

/** The phase that was said, or else that of the day. */
export function phaseOf(values: ArrestValues, place: ResultPlace): string | null {
  return values.phaseId === undefined ? phaseOn(place, values.localDate) : values.phaseId;
}
