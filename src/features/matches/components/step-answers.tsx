"use client";

import { useTranslations } from "next-intl";
import { Segmented } from "#components/form/segmented.tsx";
import { Finding, InterimMeasure, NotConfirmedReason } from "#generated/prisma/enums.ts";
import { closeReasonsOf, type NextStep } from "../rules/next-steps.ts";
import type { Story } from "./match-types.ts";
import type { StepDraft } from "./use-step-sending.ts";

type Props = {
  story: Story;
  step: NextStep;
  draft: StepDraft;
  set: (patch: Partial<StepDraft>) => void;
  /** Names of what was left out when one tried to send. */
  missing: string[];
};

function useRequired(missing: string[]): (name: string) => string | undefined {
  const errors = useTranslations("errors");
  return (name) => (missing.includes(name) ? errors("issue.required") : undefined);
}

/** The questions that one step asks besides when and how. */
export function StepAnswers(props: Props) {
  if (props.step === "finding") return <Findings {...props} />;
  if (props.step === "close") return <Closing {...props} />;
  return props.step === "reply" || props.step === "national" ? <Reply {...props} /> : null;
}

function Findings({ draft, set, missing }: Props) {
  const t = useTranslations("matches");
  const terms = useTranslations("terms");
  const required = useRequired(missing);
  return (
    <>
      <Segmented
        label={t("field.finding")}
        choices={Object.values(Finding).map((value) => ({ value, label: terms(`finding.${value}`) }))}
        value={draft.finding ?? null}
        error={required("finding")}
        onChange={(finding) => set({ finding })}
      />
      <Segmented
        label={t("field.interimMeasure")}
        choices={Object.values(InterimMeasure).map((value) => ({
          value,
          label: terms(`interimMeasure.${value}`),
        }))}
        value={draft.interimMeasure ?? null}
        onChange={(interimMeasure) => set({ interimMeasure })}
      />
    </>
  );
}

function Closing({ story, draft, set, missing }: Props) {
  const t = useTranslations("matches");
  const terms = useTranslations("terms");
  const required = useRequired(missing);
  return (
    <Segmented
      label={t("field.closedReason")}
      choices={closeReasonsOf(story.state).map((value) => ({ value, label: terms(`closedReason.${value}`) }))}
      value={draft.closedReason ?? null}
      error={required("closedReason")}
      onChange={(closedReason) => set({ closedReason })}
    />
  );
}

function Reply({ draft, set, missing }: Props) {
  const t = useTranslations("matches");
  const required = useRequired(missing);
  return (
    <>
      <Segmented
        label={t("field.answer")}
        grow
        choices={[
          { value: "confirmed", label: t("confirmedAnswer") },
          { value: "not_confirmed", label: t("notConfirmedAnswer") },
        ]}
        value={draft.answer ?? null}
        error={required("answer")}
        onChange={(answer) => set({ answer })}
      />
      {draft.answer === "not_confirmed" && (
        <WhyNot
          label={t("field.reason")}
          value={draft.reason ?? null}
          error={required("reason")}
          onChange={(reason) => set({ reason })}
        />
      )}
    </>
  );
}

type WhyNotProps = {
  label: string;
  value: NotConfirmedReason | null;
  error: string | undefined;
  onChange: (reason: NotConfirmedReason) => void;
};

/** Why a match is not confirmed, in the words of the domain. */
export function WhyNot(props: WhyNotProps) {
  const terms = useTranslations("terms");
  const reasons = Object.values(NotConfirmedReason);
  const choices = reasons.map((value) => ({ value, label: terms(`notConfirmedReason.${value}`) }));
  return <Segmented {...props} choices={choices} />;
}
