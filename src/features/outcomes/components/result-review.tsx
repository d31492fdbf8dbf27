"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "#access/use-can.tsx";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { RemarkForm } from "#components/form/remark-form.tsx";
import { useSaid } from "#components/form/use-said.ts";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Details } from "./correction-kinds.ts";
import styles from "./outcomes.module.css";
import { useCorrectionUnderWay } from "./use-correction.ts";
import { useRefresh, useResultAnswer } from "./use-result-answer.ts";

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
      {answers && <Answer result={result} />}
      {reviews && !result.mine && !answers && <Question result={result} />}
    </Card>
  );
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

function Question({ result }: { result: Details }) {
  const t = useTranslations("outcomes.review");
  const trpc = useTRPC();
  const refresh = useRefresh();
  const [open, setOpen] = useState(false);
  const [remarkId, setRemarkId] = useState(newId);
  const { text, type, sent } = useSaid(`question:${result.id}`);
  const question = useMutation(
    trpc.outcomes.query.mutationOptions({
      onSuccess: () => {
        sent();
        setRemarkId(newId());
      },
      onSettled: refresh,
    }),
  );
  if (!open)
    return (
      <div className={styles.actions}>
        <ActionButton onClick={() => setOpen(true)}>{t("ask")}</ActionButton>
      </div>
    );
  const { kind, id, version } = result;
  return (
    <RemarkForm
      {...{ text, type }}
      timeZone={result.timeZone ?? "UTC"}
      label={t("question")}
      action={t("sendQuestion")}
      pending={question.isPending}
      error={question.error}
      onSend={() => question.mutate({ kind, id, version, remarkId, text })}
    />
  );
}

function Answer({ result }: { result: Details }) {
  const t = useTranslations("outcomes.review");
  const kept = useTranslations("outcomes.recorded");
  const { waits, ...form } = useResultAnswer(result);
  // A correction that waits settles the question with it.
  const correction = useCorrectionUnderWay(result);
  if (correction.waits) return null;
  if (waits) return <Notice tone="wait">{kept("keptText")}</Notice>;
  return (
    <RemarkForm {...form} timeZone={result.timeZone ?? "UTC"} label={t("answer")} action={t("sendAnswer")} />
  );
}
