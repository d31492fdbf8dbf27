"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useInBrowser } from "#components/form/use-in-browser.ts";
import { Notice } from "#components/layout/notice.tsx";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { countryName } from "#lib/country.ts";
import styles from "./outcomes.module.css";

type Props = {
  label: string;
  countryCode: string;
  /** Something begun earlier is in the form again. */
  wasKept: boolean;
  startAnew: () => void;
  onSubmit: (event?: React.SubmitEvent<HTMLFormElement>) => void;
  pending: boolean;
  refused: unknown;
  children: ReactNode;
};

/** The sheet of every result on a phone: fields, what was refused, one big button, who will see it. */
export function ResultSheet(props: Props) {
  const t = useTranslations("outcomes.sheet");
  const locale = useLocale();
  const here = useInBrowser();
  return (
    <form
      className={styles.sheet}
      inert={!here}
      noValidate
      aria-label={props.label}
      onSubmit={(event) => {
        // A number that cannot be read still stands in its field as typed: what it was before is not what is meant.
        const unread = event.currentTarget.querySelector<HTMLInputElement>("input[data-error][inputmode]");
        event.preventDefault();
        if (unread && unread.getAttribute("aria-invalid") === "true" && unread.value !== "") {
          unread.focus();
          return;
        }
        props.onSubmit(event);
      }}
    >
      {props.wasKept && (
        <Notice tone="plain" action={<ActionButton onClick={props.startAnew}>{t("discard")}</ActionButton>}>
          {t("resumed")}
        </Notice>
      )}
      {props.children}
      <Refusal error={props.refused} />
      <SubmitButton big pending={props.pending}>
        {t("save")}
      </SubmitButton>
      <div className={styles.foot}>
        <VisibleTo who={[countryName(props.countryCode, locale)]} />
        <span>{t("noNames")}</span>
      </div>
    </form>
  );
}
