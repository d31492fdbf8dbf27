"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";
import { Notice } from "#components/layout/notice.tsx";
import styles from "./clash.module.css";
import { Segmented } from "./segmented.tsx";

export type ClashSide = "mine" | "theirs";
export type ClashField = {
  key: string;
  /** The field's name, or what the row is ("Phase 2 · Tactical"). */
  label: ReactNode;
  mine: ReactNode;
  theirs: ReactNode;
};

type Props = {
  /** Only what differs; an empty list says that both versions are the same. */
  fields: readonly ClashField[];
  /** Where nothing is chosen yet the reader's own words stand. */
  chosen: Readonly<Record<string, ClashSide | undefined>>;
  onChoose: (key: string, side: ClashSide) => void;
  /** Buttons: send again, leave it. */
  actions?: ReactNode;
};

/** Somebody saved while this was being edited: both versions field by field, and neither is lost. */
export function Clash({ fields, chosen, onChoose, actions }: Props) {
  const t = useTranslations("shell.clash");
  const top = useRef<HTMLDivElement>(null);
  // Newer browsers answer with a promise, which an effect must not hand on.
  useEffect(() => {
    top.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <div ref={top} className={styles.clash}>
      <Notice tone="wait" title={t("title")} action={actions}>
        <p>{fields.length === 0 ? t("same") : t("lead", { count: fields.length })}</p>
      </Notice>
      {fields.map((field) => (
        <section key={field.key} className={styles.field} data-clash={field.key}>
          <h3>{field.label}</h3>
          <dl className={styles.sides}>
            {(["mine", "theirs"] as const).map((side) => (
              <div key={side} data-chosen={(chosen[field.key] ?? "mine") === side || undefined}>
                <dt>{t(side)}</dt>
                <dd>{field[side]}</dd>
              </div>
            ))}
          </dl>
          <Segmented
            label={t("choose")}
            quietLabel
            value={chosen[field.key] ?? "mine"}
            onChange={(side) => onChoose(field.key, side)}
            choices={[
              { value: "mine", label: t("keepMine") },
              { value: "theirs", label: t("takeTheirs") },
            ]}
          />
        </section>
      ))}
    </div>
  );
}
