"use client";

import { useTranslations } from "next-intl";
import { DateField } from "#components/form/date-field.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { isLocalDate } from "#lib/period.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import styles from "./return-form.module.css";

type Props = { place: RouterOutputs["returns"]["owed"][number]; day: string; onDay: (day: string) => void };

/** The missing days first, then today's interim one, then any day before. */
export function DayPicker({ place, day, onDay }: Props) {
  const t = useTranslations("returns.log");
  const format = useFormatter();
  const offered = [...new Set([...place.missing.slice(0, 4), day, place.today])];
  const words = (date: string) => format.dateTime(new Date(`${date}T00:00:00Z`), "weekday");
  const labelOf = (date: string) => {
    if (date === place.today) return t("today", { day: words(date) });
    return place.missing.includes(date) ? t("missing", { day: words(date) }) : words(date);
  };
  return (
    <div className={styles.days}>
      <Segmented
        label={t("day")}
        grow
        choices={offered.map((date) => ({
          value: date,
          label: labelOf(date),
        }))}
        value={day}
        onChange={onDay}
      />
      <details className={styles.details}>
        <summary>
          {place.missing.length > 4 ? t("moreDays", { count: place.missing.length - 4 }) : t("otherDay")}
        </summary>
        <DateField
          label={t("otherDay")}
          value={day}
          max={place.today}
          onChange={(date) => isLocalDate(date) && onDay(date)}
        />
      </details>
    </div>
  );
}
