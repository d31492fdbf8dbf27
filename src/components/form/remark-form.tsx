"use client";

import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { personalDataKinds } from "#lib/personal-data.ts";
import { localDateOf } from "#lib/zone.ts";
import blocks from "../layout/blocks.module.css";
import { PageForm } from "./page-form.tsx";
import { Refusal } from "./refusal.tsx";
import { SubmitButton } from "./submit-button.tsx";
import { TextAreaField } from "./text-area-field.tsx";

type Props = {
  label: string;
  action: string;
  text: string;
  type: (text: string) => void;
  pending: boolean;
  error: unknown;
  /** Of the place it is about: what looks like a date of birth depends on its day. */
  timeZone: string;
  onSend: () => void;
  /** What is chosen before it is said. */
  children?: ReactNode;
};

/** A question to the other side, or its answer. */
export function RemarkForm(props: Props) {
  const { label, action, text, type, pending, error, timeZone, onSend, children } = props;
  const issue = useTranslations("errors.issue");
  const [empty, setEmpty] = useState(false);
  const today = localDateOf(useNow(), timeZone);
  return (
    <PageForm
      className={blocks.panel}
      onSend={() => {
        setEmpty(text.trim() === "");
        if (text.trim() !== "") onSend();
      }}
    >
      {children}
      <TextAreaField
        label={label}
        required
        maxLength={500}
        value={text}
        error={empty && text.trim() === "" && issue("required")}
        onChange={(event) => type(event.currentTarget.value)}
        personal={personalDataKinds(text, today).length > 0}
      />
      <Refusal error={error} />
      <div>
        <SubmitButton pending={pending}>{action}</SubmitButton>
      </div>
    </PageForm>
  );
}
