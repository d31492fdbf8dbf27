"use client";

import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";

/** Requests that wait, or those already answered. */
export function AnsweredSwitch({ answered }: { answered: boolean }) {
  const t = useTranslations("matches");
  const { set } = useUrlFilter();
  const readable = useCan()("confirmation:read");
  if (!readable) return null;
  return (
    <Segmented
      label={t("queue.label")}
      quietLabel
      choices={[
        { value: "0", label: t("confirmations.waiting") },
        { value: "1", label: t("confirmations.answered") },
      ]}
      value={answered ? "1" : "0"}
      onChange={(value) => set({ answered: value === "1" ? "1" : null })}
    />
  );
}
