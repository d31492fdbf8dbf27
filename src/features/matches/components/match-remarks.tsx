"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "#access/use-can.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { newId } from "#lib/ids.ts";
import { personalDataKinds } from "#lib/personal-data.ts";
import { localDateOf } from "#lib/zone.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Story } from "./match-types.ts";
import styles from "./matches.module.css";

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
      {(answers || asks) && <Remark story={story} as={answers ? "answer" : "question"} />}
    </Card>
  );
}

function Remark({ story, as }: { story: Story; as: "answer" | "question" }) {
  const t = useTranslations("matches");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [said, setSaid] = useState({ remarkId: newId(), text: "" });
  const options = {
    onSuccess: () => setSaid({ remarkId: newId(), text: "" }),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.matches.pathKey() }),
  };
  const answer = useMutation(trpc.matches.answerQuery.mutationOptions(options));
  const question = useMutation(trpc.matches.query.mutationOptions(options));
  const mutation = as === "answer" ? answer : question;
  const today = localDateOf(useNow(), story.point.timeZone);
  return (
    <PageForm
      className={styles.panel}
      onSend={() => {
        if (said.text.trim()) mutation.mutate({ id: story.id, version: story.version, ...said });
      }}
    >
      <TextAreaField
        label={t(as === "answer" ? "field.text" : "field.question")}
        maxLength={500}
        value={said.text}
        onChange={(event) => setSaid({ ...said, text: event.currentTarget.value })}
        personal={personalDataKinds(said.text, today).length > 0}
      />
      <Refusal error={mutation.error} />
      <div>
        <SubmitButton pending={mutation.isPending}>
          {t(as === "answer" ? "story.sendAnswer" : "story.sendQuestion")}
        </SubmitButton>
      </div>
    </PageForm>
  );
}
