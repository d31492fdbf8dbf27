"use client";

import { useNow, useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { useDraftOwner } from "#components/form/drafts.tsx";
import { useRefusal } from "#components/form/use-refusal.ts";
import { Chip } from "#components/layout/chip.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { OutboxEntry } from "#offline/outbox.ts";
import { useOutbox } from "#offline/use-outbox.ts";
import styles from "./return-form.module.css";

const NOUNS = ["return", "match", "arrest", "people", "seizure", "attendance"] as const;

/** What was filed on this device: sent with its receipt, waiting to be sent, or refused with the reason. */
export function OnThisDevice() {
  const t = useTranslations("returns.device");
  const { entries, drop } = useOutbox(useDraftOwner());
  if (entries.length === 0) return null;
  return (
    <section className={styles.device} aria-labelledby="on-this-device">
      <h2 id="on-this-device">{t("title")}</h2>
      <ul>
        {entries.toReversed().map((entry) => (
          <li key={entry.id}>
            <span>
              {t(named(entry.kind), { day: entry.about.day })}
              <small>{entry.about.title}</small>
            </span>
            <EntryState entry={entry} onDrop={() => drop(entry.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What an entry is called: its kind without the verb. */
function named(kind: string) {
  const [noun] = kind.split(".");
  return NOUNS.find((known) => known === noun) ?? "return";
}

function EntryState({ entry, onDrop }: { entry: OutboxEntry; onDrop: () => void }) {
  const t = useTranslations("returns.device");
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const refusal = useRefusal();
  if (entry.state === "sent") return <Chip tone="valid">{t("sent", { receipt: entry.receipt ?? "" })}</Chip>;
  if (entry.state === "waiting")
    return (
      <Chip tone="wait">{t("waiting", { since: format.relativeTime(new Date(entry.keptAt), now) })}</Chip>
    );
  const { sentence } = refusal({ data: { ...entry.refusal, code: "BAD_REQUEST" } });
  return (
    <span className={styles.refused}>
      <Chip tone="late">{t("refused")}</Chip>
      <small>{sentence}</small>
      <ActionButton look="plain" onClick={onDrop}>
        {t("takeOff")}
      </ActionButton>
    </span>
  );
}
