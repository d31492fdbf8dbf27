"use client";

import { useNow, useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { buttonLook } from "#components/form/button-look.ts";
import { useDraftOwner } from "#components/form/drafts.tsx";
import { useRefusal } from "#components/form/use-refusal.ts";
import { Chip } from "#components/layout/chip.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { errorOf, type OutboxEntry } from "#offline/outbox.ts";
import { useOutbox } from "#offline/use-outbox.ts";
import styles from "./return-form.module.css";

const NOUNS = ["return", "match", "arrest", "people", "seizure", "outcome", "result", "attendance"] as const;

/** The id of one row: only what was sent from its page, or became it. Everything where it is left out. */
type Props = { row?: string };

/** What was filed on this device: sent with its receipt, waiting to be sent, or refused with the reason. */
export function OnThisDevice({ row }: Props) {
  const { entries: all, drop } = useOutbox(useDraftOwner());
  const entries = row ? all.filter(({ id, about }) => id === row || about.href?.includes(row)) : all;
  const t = useTranslations("returns.device");
  const named = useNamed();
  if (entries.length === 0) return null;
  return (
    <section className={styles.device} aria-labelledby="on-this-device">
      <h2 id="on-this-device">{t("title")}</h2>
      <ul>
        {entries.toReversed().map((entry) => (
          <li key={entry.id}>
            <span>
              {named(entry)}
              <small>{entry.about.title}</small>
              <Words entry={entry} />
            </span>
            <EntryState entry={entry} here={row !== undefined} onDrop={() => drop(entry.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What an entry is called: its noun and day, and whether it corrects or answers. */
function useNamed() {
  const t = useTranslations("returns.device");
  return ({ kind, about: { day } }: OutboxEntry) => {
    const [noun, verb] = kind.split(".");
    const what = t(NOUNS.find((known) => known === noun) ?? "return", { day });
    if (verb === "answer") return t("answer", { what });
    return verb === "correct" || verb === "supersede" ? t("correction", { what }) : what;
  };
}

/** An answer in its own words until it is sent: the question it was for may be answered by somebody else. */
function Words({ entry }: { entry: OutboxEntry }) {
  const said = entry.input as { text?: unknown } | null;
  return typeof said?.text === "string" && <small dir="auto">{said.text}</small>;
}

type StateProps = {
  entry: OutboxEntry;
  /** On the page it was sent from. */ here: boolean;
  onDrop: () => void;
};

function EntryState({ entry, here, onDrop }: StateProps) {
  const t = useTranslations("returns.device");
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const refusal = useRefusal();
  if (entry.state === "sent") return <Chip tone="valid">{t("sent", { receipt: entry.receipt ?? "" })}</Chip>;
  if (entry.state === "waiting")
    return (
      <Chip tone="wait">{t("waiting", { since: format.relativeTime(new Date(entry.keptAt), now) })}</Chip>
    );
  const { sentence } = refusal(errorOf(entry.refusal));
  return (
    <span className={styles.refused}>
      <Chip tone="late">{t("refused")}</Chip>
      <small>{sentence}</small>
      {entry.about.href !== undefined && !here && (
        // A full load: a form reads once what it opens with.
        <a {...buttonLook({})} href={entry.about.href}>
          {t("decide")}
        </a>
      )}
      <ActionButton look="plain" onClick={onDrop}>
        {t("takeOff")}
      </ActionButton>
    </span>
  );
}
