"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "#access/use-can.tsx";
import { RemarkForm } from "#components/form/remark-form.tsx";
import { useSaid } from "#components/form/use-said.ts";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Story } from "./match-types.ts";
import styles from "./matches.module.css";
import { useMatchAnswer } from "./use-match-answer.ts";

/** What the reviewer asked and the recorder answered; either may go on from here. */
export function MatchRemarks({ story }: { story: Story }) {
  const t = useTranslations("matches");
  const format = useFormatter();
  const can = useCan();
  const answers = can("match:record") && story.review === "queried";
  const asks = can("match:validate") && story.review !== "validated";
  if (story.remarks.length === 0 && !answers && !asks) return null;
  return (
    <Card title={t("story.remarks")}>
      <ul className={styles.list}>
        {story.remarks.map((remark) => (
          <li key={remark.id}>
            <span dir="auto">{remark.text}</span>
            <span className={styles.quiet}>
              {[
                t(remark.mine ? "story.you" : "story.other"),
                format.dateTime(remark.at, "momentZone", { timeZone: story.point.timeZone }),
                remark.resolvedAt && t("story.answered"),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {answers ? <Answer story={story} /> : asks && <Question story={story} />}
    </Card>
  );
}

function Question({ story }: { story: Story }) {
  const t = useTranslations("matches");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [remarkId, setRemarkId] = useState(newId);
  const { text, type, sent } = useSaid(`question:${story.id}`);
  const question = useMutation(
    trpc.matches.query.mutationOptions({
      onSuccess: () => {
        sent();
        setRemarkId(newId());
      },
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.matches.pathKey() }),
    }),
  );
  return (
    <RemarkForm
      timeZone={story.point.timeZone}
      label={t("field.question")}
      action={t("story.sendQuestion")}
      {...{ text, type }}
      pending={question.isPending}
      error={question.error}
      onSend={() => question.mutate({ id: story.id, version: story.version, remarkId, text })}
    />
  );
}

function Answer({ story }: { story: Story }) {
  const t = useTranslations("matches");
  const { waits, ...form } = useMatchAnswer(story);
  if (waits) return <Notice tone="wait">{t("form.keptText")}</Notice>;
  return (
    <RemarkForm
      {...form}
      timeZone={story.point.timeZone}
      label={t("field.text")}
      action={t("story.sendAnswer")}
    />
  );
}
