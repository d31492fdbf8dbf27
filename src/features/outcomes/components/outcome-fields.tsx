"use client";

import { useTranslations } from "next-intl";
import { Segmented } from "#components/form/segmented.tsx";
import { LocalMomentPicker } from "#features/matches/components/local-moment-picker.tsx";
import { OutcomeKind } from "#generated/prisma/enums.ts";

type Values = { kind: OutcomeKind | null; at: Date };
type Props = {
  zone: string;
  values: Values;
  errors: Partial<Record<string, unknown>>;
  set: (patch: Partial<Values>) => void;
};

/** What came of a match, and when. */
export function OutcomeFields({ zone, values, errors, set }: Props) {
  const t = useTranslations("outcomes");
  const terms = useTranslations("terms");
  return (
    <>
      <Segmented
        label={t("kind")}
        choices={Object.values(OutcomeKind).map((value) => ({ value, label: terms(`outcomeKind.${value}`) }))}
        value={values.kind}
        error={errors.kind as string | undefined}
        onChange={(kind) => set({ kind })}
      />
      <LocalMomentPicker
        label={t("at")}
        description={zone}
        zone={zone}
        value={values.at}
        error={errors.at as string | undefined}
        onChange={(at) => set({ at })}
      />
    </>
  );
}
