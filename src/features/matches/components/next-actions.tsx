"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "#access/use-can.tsx";
import { ActionButton } from "#components/form/action-button.tsx";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { nextSteps, type NextStep } from "../rules/next-steps.ts";
import { useAwaitedWords } from "./awaited-words.ts";
import type { Story } from "./match-types.ts";
import styles from "./matches.module.css";
import { StepForm } from "./step-form.tsx";
import { WaitingChip } from "./waiting-chip.tsx";

/** What the match waits for, and the steps one can take now, the awaited one first. */
export function NextActions({ story }: { story: Story }) {
  const t = useTranslations("matches");
  const format = useFormatter();
  const can = useCan();
  const awaited = useAwaitedWords();
  const [open, setOpen] = useState<NextStep | null>(null);
  const wasAsked = story.events.some((event) => event.step === "confirmation_requested");
  const steps = can("match:record") ? nextSteps({ ...story, wasAsked }) : [];
  const since = sinceOf(story);
  const red = story.noticeColour === "red";
  return (
    <Card title={t("next.title")}>
      {story.awaited === null ? (
        <p>
          {t("next.nothing")} {steps.includes("reply") && t("next.reopens")}
        </p>
      ) : (
        <p className={styles.awaited}>
          {awaited(story)}
          <WaitingChip since={since} />
          {story.review === "queried" && <Chip tone="wait">{t("queried")}</Chip>}
          <span className={styles.quiet}>
            {format.dateTime(since, "momentZone", { timeZone: story.point.timeZone })}
          </span>
        </p>
      )}
      {red && <p>{t("stepHint.red")}</p>}
      {open === null && steps.length > 0 && (
        <div className={styles.actions}>
          {steps.map((step, nth) => (
            <ActionButton key={step} look={nth === 0 ? "primary" : "quiet"} onClick={() => setOpen(step)}>
              {t(`step.${step}`)}
            </ActionButton>
          ))}
        </div>
      )}
      {open !== null && <StepForm key={open} story={story} step={open} close={() => setOpen(null)} />}
    </Card>
  );
}

/** Since when the match waits: its last step, or the hit itself. */
function sinceOf(story: Story): Date {
  const steps = story.events.filter(({ step }) => step !== "recorded" && step !== "outcome_recorded");
  return steps.at(-1)?.at ?? story.detectedAt;
}
