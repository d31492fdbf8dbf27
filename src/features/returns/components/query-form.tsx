"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type SubmitEvent } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import { looksPersonal } from "./looks-personal.ts";
import styles from "./point-day.module.css";

type Props = {
  returnId: string;
  /** A line or a match; neither is the return as a whole. */
  target: { lineId?: string; matchId?: string };
  label: string;
  spoken?: string;
};

/** One tap opens the remark, the second sends it. */
export function QueryForm({ returnId, target, label, spoken }: Props) {
  const t = useTranslations("returns.day");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [id, setId] = useState(newId);
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    setText("");
    setId(newId());
  };
  const query = useMutation(
    trpc.returns.query.mutationOptions({
      onSuccess: async () => {
        close();
        await queries.invalidateQueries(trpc.returns.pathFilter());
      },
    }),
  );
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    query.mutate({ returnId, remarks: [{ id, ...target, text }] });
  };
  if (!open)
    return (
      <ActionButton aria-label={spoken ?? label} onClick={() => setOpen(true)}>
        {label}
      </ActionButton>
    );
  return (
    <form noValidate onSubmit={send} className={styles.ask}>
      <TextAreaField
        label={spoken ?? label}
        description={t("queryHow")}
        required
        ref={field}
        rows={2}
        maxLength={500}
        value={text}
        personal={looksPersonal(text)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Refusal error={query.error} />
      <div className={styles.buttons}>
        <ActionButton look="plain" onClick={close}>
          {t("cancel")}
        </ActionButton>
        <SubmitButton pending={query.isPending}>{t("sendQuery")}</SubmitButton>
      </div>
    </form>
  );
}
