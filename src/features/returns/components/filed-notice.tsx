"use client";

import { useTranslations } from "next-intl";
import { Notice } from "#components/layout/notice.tsx";
import type { OutboxEntry } from "#offline/outbox.ts";

/** What became of the return just filed: a receipt, or that it waits on this device. */
export function FiledNotice({ entry }: { entry: OutboxEntry }) {
  const t = useTranslations("returns.device");
  const { title, day } = entry.about;
  if (entry.state === "sent")
    return (
      <Notice tone="valid" title={t("sentReceipt", { receipt: entry.receipt ?? "" })}>
        {t("sentOf", { title, day })}
      </Notice>
    );
  return (
    <Notice tone="wait" title={t("savedHere")}>
      {t("savedHereWhy", { title, day })}
    </Notice>
  );
}
