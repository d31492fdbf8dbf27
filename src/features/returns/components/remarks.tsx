"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { useCan } from "#access/use-can.tsx";
import { useDraft } from "#components/form/drafts.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { useInBrowser } from "#components/form/use-in-browser.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import { looksPersonal } from "./looks-personal.ts";
import styles from "./point-day.module.css";

type Remark = { id: string; text: string; at: Date; resolvedAt: Date | null; mine: boolean };

/** What was asked and answered, in order; an open question can be answered by the country. */
export function Remarks({ remarks, timeZone }: { remarks: readonly Remark[]; timeZone: string }) {
  const t = useTranslations("returns.day");
  const format = useFormatter();
  const can = useCan();
  if (remarks.length === 0) return null;
  return (
    <ol className={styles.remarks} aria-label={t("remarks")}>
      {remarks.map((remark) => (
        <li key={remark.id} data-open={remark.resolvedAt === null || undefined}>
          <p dir="auto">{remark.text}</p>
          <small>
            {[
              remark.mine ? t("byYou") : null,
              format.dateTime(remark.at, "momentZone", { timeZone }),
              remark.resolvedAt === null ? t("openQuestion") : null,
            ]
              .filter(Boolean)
              .join(" · ")}
          </small>
          {remark.resolvedAt === null && can("return:file") && <Answer remarkId={remark.id} />}
        </li>
      ))}
    </ol>
  );
}

function Answer({ remarkId }: { remarkId: string }) {
  const t = useTranslations("returns.day");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [id] = useState(newId);
  const draft = useDraft(`answer:${remarkId}`);
  const here = useInBrowser();
  const [typed, setTyped] = useState<string | null>(null);
  const kept = here ? draft.read() : null;
  const text = typed ?? (typeof kept === "string" ? kept : "");
  const type = (next: string) => {
    setTyped(next);
    if (next === "") draft.drop();
    else draft.keep(next);
  };
  const answer = useMutation(
    trpc.returns.answer.mutationOptions({
      onSuccess: () => {
        draft.drop();
        return queries.invalidateQueries(trpc.returns.pathFilter());
      },
    }),
  );
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    answer.mutate({ id, remarkId, text });
  };
  return (
    <form noValidate onSubmit={send} className={styles.ask}>
      <TextAreaField
        label={t("answer")}
        required
        rows={2}
        maxLength={500}
        value={text}
        personal={looksPersonal(text)}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Refusal error={answer.error} />
      <div className={styles.buttons}>
        <SubmitButton pending={answer.isPending}>{t("sendAnswer")}</SubmitButton>
      </div>
    </form>
  );
}
