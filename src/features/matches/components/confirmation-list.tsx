"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "#access/use-can.tsx";
import { ActionButton } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { ExerciseStamp } from "#components/layout/exercise-stamp.tsx";
import { Stack } from "#components/layout/page.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { Pager } from "#components/table/pager.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { ConfirmationFilter } from "../schema.ts";
import { AnswerForm } from "./answer-form.tsx";
import { useHitWords } from "./hit-words.ts";
import type { Confirmation } from "./match-types.ts";
import styles from "./matches.module.css";
import { WaitingChip } from "./waiting-chip.tsx";

/** Requests put to my country, the oldest first; or those already answered. */
export function ConfirmationList({ filter }: { filter: ConfirmationFilter }) {
  const t = useTranslations("matches");
  const trpc = useTRPC();
  const list = useQuery(trpc.matches.confirmations.queryOptions(filter));
  return (
    <Known query={list} title={t("confirmations.title")} waiting={<SkeletonLines lines={6} />}>
      {(data) => {
        if (data.rows.length === 0)
          return (
            <EmptyState title={t(filter.answered ? "confirmations.emptyAnswered" : "confirmations.empty")}>
              {t("confirmations.emptyText")}
            </EmptyState>
          );
        return (
          <Stack>
            {data.rows.map((request) => (
              <Request key={request.id} request={request} />
            ))}
            <Pager page={data.page} size={data.size} total={data.total} />
          </Stack>
        );
      }}
    </Known>
  );
}

function Request({ request }: { request: Confirmation }) {
  const t = useTranslations("matches");
  const format = useFormatter();
  const locale = useLocale();
  const hitWords = useHitWords();
  const can = useCan();
  const [answering, setAnswering] = useState(false);
  const country = countryName(request.askingCountry, locale);
  return (
    <Card title={t("confirmations.asks", { country })}>
      <div className={styles.requestHead}>
        <span className={styles.reference} dir="ltr">
          {request.reference}
        </span>
        {request.exercise && <ExerciseStamp />}
        {request.answer === null && <WaitingChip since={request.askedAt} />}
      </div>
      <p>{hitWords(request)}</p>
      <p className={styles.quiet}>
        {t("confirmations.asked", { when: format.dateTime(request.askedAt, "momentZone") })} ·{" "}
        {countryName(request.askedCountry, locale)}
      </p>
      {request.answer !== null && <Answered request={request} />}
      {request.answer === null && can("confirmation:answer") && !answering && (
        <div className={styles.actions}>
          <ActionButton look="primary" onClick={() => setAnswering(true)}>
            {t("confirmations.answer")}
          </ActionButton>
        </div>
      )}
      {answering && request.answer === null && (
        <AnswerForm request={request} country={country} close={() => setAnswering(false)} />
      )}
    </Card>
  );
}

function Answered({ request }: { request: Confirmation }) {
  const t = useTranslations("matches");
  const terms = useTranslations("terms");
  const format = useFormatter();
  if (request.answer === null) return null;
  return (
    <p>
      <strong>{t(request.answer === "confirmed" ? "confirmedAnswer" : "notConfirmedAnswer")}</strong>
      {request.answerReason && `: ${terms(`notConfirmedReason.${request.answerReason}`)}`}
      <span className={styles.quiet}>
        {request.answeredAt &&
          t("confirmations.answeredAt", { when: format.dateTime(request.answeredAt, "momentZone") })}
        {request.answerChannel &&
          ` · ${t("confirmations.channel", { channel: terms(`stepChannel.${request.answerChannel}`) })}`}
      </span>
    </p>
  );
}
