"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Refusal } from "#components/form/refusal.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { ActionButton } from "#components/form/action-button.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { newId } from "#lib/ids.ts";
import type { NextStep } from "../rules/next-steps.ts";
import { TRACED_CHANNELS } from "../rules/channels.ts";
import { LocalMomentPicker, useZoneName } from "./local-moment-picker.tsx";
import { StepAnswers } from "./step-answers.tsx";
import { StepHint } from "./step-hint.tsx";
import type { Story } from "./match-types.ts";
import styles from "./matches.module.css";
import { missingIn, useStepSending, type StepDraft } from "./use-step-sending.ts";

type Props = { story: Story; step: NextStep; close: () => void };

/** One step of a match: when it happened, through which channel, and what was said. */
export function StepForm({ story, step, close }: Props) {
  const t = useTranslations("matches");
  const [seen] = useState(story.version);
  const [draft, setDraft] = useState<StepDraft>(() => ({
    eventId: newId(),
    requestId: newId(),
    at: new Date(),
    channel: "i247",
  }));
  const [tried, setTried] = useState(false);
  const { send, pending, error } = useStepSending(story, step, close);
  const set = (patch: Partial<StepDraft>) => setDraft((now) => ({ ...now, ...patch }));
  const missing = missingIn(step, draft);
  return (
    <form
      className={styles.panel}
      noValidate
      aria-label={t(`step.${step}`)}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing.length === 0) send(draft);
      }}
    >
      <StepHint story={story} step={step} />
      {story.version !== seen && <ChangedMeanwhile story={story} />}
      <StepAnswers step={step} story={story} draft={draft} set={set} missing={tried ? missing : []} />
      <When story={story} draft={draft} set={set} />
      {(step === "request" || step === "reply") && <Through draft={draft} set={set} />}
      <Refusal error={error} />
      <div className={styles.actions}>
        <SubmitButton pending={pending}>{t(`step.${step}`)}</SubmitButton>
        <ActionButton onClick={close}>{t("story.cancel")}</ActionButton>
      </div>
    </form>
  );
}

type PartProps = { story: Story; draft: StepDraft; set: (patch: Partial<StepDraft>) => void };

function When({ story, draft, set }: PartProps) {
  const t = useTranslations("matches");
  const errors = useTranslations("errors");
  const zoneName = useZoneName();
  const { name, timeZone } = story.point;
  return (
    <LocalMomentPicker
      label={t("field.at")}
      zone={timeZone}
      description={t("localTime", {
        point: `\u2068${name}\u2069`,
        zone: zoneName(timeZone, story.detectedAt),
      })}
      value={draft.at}
      error={Number.isNaN(draft.at.getTime()) ? errors("issue.not_a_date") : undefined}
      onChange={(at) => set({ at })}
    />
  );
}

function Through({ draft, set }: Omit<PartProps, "story">) {
  const t = useTranslations("matches");
  const terms = useTranslations("terms");
  return (
    <Segmented
      label={t("field.stepChannel")}
      choices={TRACED_CHANNELS.map((value) => ({ value, label: terms(`stepChannel.${value}`) }))}
      value={draft.channel}
      onChange={(channel) => set({ channel })}
    />
  );
}

/** Someone else was quicker: theirs is said, one's own stays below. */
function ChangedMeanwhile({ story }: { story: Story }) {
  const t = useTranslations("matches");
  const terms = useTranslations("terms");
  return (
    <Notice tone="wait">{t("story.changedMeanwhile", { state: terms(`matchState.${story.state}`) })}</Notice>
  );
}
