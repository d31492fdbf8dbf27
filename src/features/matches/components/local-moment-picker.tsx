"use client";

import type { ReactNode } from "react";
import { DateField } from "#components/form/date-field.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { instantOf, localDateOf, localTimeOf } from "#lib/zone.ts";

type Props = {
  label: ReactNode;
  /** IANA zone of the border point: moments are typed in the time of its clocks. */
  zone: string;
  description?: ReactNode;
  value?: Date;
  onChange?: (value: Date) => void;
  error?: ReactNode;
};

const isMoment = (value: Date | undefined): value is Date =>
  value !== undefined && !Number.isNaN(value.getTime());

/** A moment in the local time of a border point; an unreadable one is an invalid date, which the schema refuses. */
export function LocalMomentPicker({ zone, value, onChange, ...rest }: Props) {
  const written = isMoment(value) ? `${localDateOf(value, zone)}T${localTimeOf(value, zone)}` : "";
  const read = (local: string) => {
    const [date = "", time = ""] = local.split("T");
    onChange?.(local === "" ? new Date(Number.NaN) : instantOf(date, time.slice(0, 5), zone));
  };
  return <DateField {...rest} time value={written} onChange={read} />;
}

/** The short name of a zone at a moment ("EAT", "GMT+3"), for the line under a time field. */
export function useZoneName(): (zone: string, at?: Date) => string {
  const format = useFormatter();
  return (zone, at = new Date()) => {
    const named = format.dateTime(at, {
      timeZone: zone,
      timeZoneName: "short",
      numberingSystem: "latn",
      hour: "numeric",
    });
    const part = named.split(/\s/).findLast((word) => /[A-Z]{2,}|GMT|UTC|[+-]\d/.test(word));
    return part ?? zone;
  };
}
