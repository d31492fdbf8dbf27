"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "#access/use-can.tsx";
import { ActionButton } from "#components/form/action-button.tsx";
import { useDraft } from "#components/form/drafts.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { useInBrowser } from "#components/form/use-in-browser.ts";
import { Card } from "#components/layout/card.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { newId } from "#lib/ids.ts";
import { personalDataKinds } from "#lib/personal-data.ts";
import { localDateOf } from "#lib/zone.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Details } from "./correction-kinds.ts";
import styles from "./outcomes.module.css";

/** Validation by the country's reviewer, questions and answers; nobody validates what they recorded. */
export function ResultReview({ result }: { result: Details }) {
  const t = useTranslations("outcomes.review");
  const format = useFormatter();
  const can = useCan();
  const stands = result.supersededAt === null;
  const reviews = stands && can("outcome:validate") && result.review !== "validated";
  const answers = stands && can("outcome:record") && result.review === "queried";
  if (result.remarks.length === 0 && !reviews && !answers) return null;
  return (
    <Card title={t("title")}>
      <ul className={styles.list}>
        {result.remarks.map((remark) => (
          <li key={remark.id}>
            <span dir="auto">{remark.text}</span>
            <span className={styles.quiet}>
              {[
                t(remark.mine ? "you" : "other"),
                format.dateTime(remark.at, "momentZone", { timeZone: result.timeZone ?? "UTC" }),
                remark.resolvedAt && t("settled"),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {reviews && result.mine && <p>{t("ownRow")}</p>}
      {reviews && !result.mine && result.review === "submitted" && <Validate result={result} />}
      {answers && <Remark result={result} as="answer" />}
      {reviews && !result.mine && !answers && <Remark result={result} as="question" />}
    </Card>
  );
}

function useRefresh() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: trpc.outcomes.pathKey() }),
      queries.invalidateQueries({ queryKey: trpc.audit.history.pathKey() }),
    ]);
}

function Validate({ result }: { result: Details }) {
  const t = useTranslations("outcomes.review");
  const trpc = useTRPC();
  const refresh = useRefresh();
  const { kind, id, version } = result;
  const validate = useMutation(trpc.outcomes.validate.mutationOptions({ onSettled: refresh }));
  return (
    <div className={styles.actions}>
      <ActionButton
        look="primary"
        disabled={validate.isPending}
        onClick={() => validate.mutate({ results: [{ kind, id, version }] })}
      >
        {t("validate")}
      </ActionButton>
      <Refusal error={validate.error} />
    </div>
  );
}

function Remark({ result, as }: { result: Details; as: "answer" | "question" }) {
  const t = useTranslations("outcomes.review");
  const trpc = useTRPC();
  const refresh = useRefresh();
  const [open, setOpen] = useState(as === "answer");
  const { said, type, sent } = useSaid(`${as}:${result.id}`);
  const options = { onSuccess: sent, onSettled: refresh };
  const answer = useMutation(trpc.outcomes.answer.mutationOptions(options));
  const question = useMutation(trpc.outcomes.query.mutationOptions(options));
  const mutation = as === "answer" ? answer : question;
  const today = localDateOf(useNow(), result.timeZone ?? "UTC");
  if (!open)
    return (
      <div className={styles.actions}>
        <ActionButton onClick={() => setOpen(true)}>{t("ask")}</ActionButton>
      </div>
    );
  return (
    <PageForm
      className={styles.form}
      onSend={() => {
        const { kind, id, version } = result;
        if (said.text.trim()) mutation.mutate({ kind, id, version, ...said });
      }}
    >
      <TextAreaField
        label={t(as)}
        maxLength={500}
        value={said.text}
        onChange={(event) => type(event.currentTarget.value)}
        personal={personalDataKinds(said.text, today).length > 0}
      />
      <Refusal error={mutation.error} />
      <div>
        <SubmitButton pending={mutation.isPending}>
          {t(as === "answer" ? "sendAnswer" : "sendQuestion")}
        </SubmitButton>
      </div>
    </PageForm>
  );
}

/** What is being said, kept on this device until it is sent. */
function useSaid(name: string) {
  const draft = useDraft(name);
  const here = useInBrowser();
  const [remarkId, setRemarkId] = useState(newId);
  const [typed, setTyped] = useState<string | null>(null);
  const kept = here ? draft.read() : null;
  const type = (text: string) => {
    setTyped(text);
    if (text === "") draft.drop();
    else draft.keep(text);
  };
  const sent = () => {
    type("");
    setRemarkId(newId());
  };
  return { said: { remarkId, text: typed ?? (typeof kept === "string" ? kept : "") }, type, sent };
}
