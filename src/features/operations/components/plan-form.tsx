"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { ReactNode } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { Notice } from "#components/layout/notice.tsx";
import type { OperationState } from "#generated/prisma/enums.ts";
import type { Plan } from "../schema/plan.ts";
import { PlanCountryFields } from "./plan-country-fields.tsx";
import styles from "./plan-form.module.css";
import { PlanOperationFields } from "./plan-operation-fields.tsx";
import { PlanOutline } from "./plan-outline.tsx";
import { PlanPartnerFields } from "./plan-partner-fields.tsx";
import { PlanPhaseFields } from "./plan-phase-fields.tsx";
import { PlanPointFields } from "./plan-point-fields.tsx";
import { PlanProgrammeFields } from "./plan-programme-fields.tsx";
import { PlanTools, type PlanChoices } from "./plan-tools.tsx";
import type { PlanForm as Form } from "./use-plan-form.ts";

type Props = {
  form: Form;
  choices: PlanChoices;
  today: string;
  /** Null while the operation is new. */
  standing: { slug: string; state: OperationState } | null;
  exercise: boolean;
  /** Chooses the world of a new operation; null once it is chosen for good. */
  onExercise: ((exercise: boolean) => void) | null;
  pending: boolean;
  /** What the server refused, beside the button. */
  refusal: ReactNode;
  onSend: (plan: Plan, reason: string | null) => void;
};

/** The whole plan on one page: an outline beside it, every part with its rows, one button. */
export function PlanForm(props: Props) {
  const { form, choices, standing, pending, refusal, onSend } = props;
  const { plan, errors } = form;
  const t = useTranslations("planning");
  const [reason, setReason] = useState("");
  const room = useRef<HTMLFormElement>(null);
  const send = () => {
    const checked = form.check();
    if (checked) onSend(checked, reason.trim() || null);
    else requestAnimationFrame(() => showFirstRefusal(room.current));
  };
  return (
    <PlanTools update={form.update} patch={form.patch} choices={choices} base={form.began.base}>
      <form
        ref={room}
        className={styles.room}
        noValidate
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
          // Enter in a long form is a slip more often than a wish to send it; with Control or Command it is one.
          event.preventDefault();
          if (event.ctrlKey || event.metaKey) send();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <PlanOutline plan={plan} errors={errors} />
        <div className={styles.sections}>
          <Resumed form={form} />
          <Parts {...props} />
          {Object.keys(errors).length > 0 && (
            <Notice tone="late" title={t("wrong", { count: Object.keys(errors).length })}>
              {t("wrongText")}
            </Notice>
          )}
          {refusal}
          <div className={styles.bar}>
            {standing ? (
              <TextField
                label={t("field.why")}
                value={reason}
                maxLength={1000}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            ) : (
              <span className={styles.barWords}>{t("new.seen")}</span>
            )}
            <SubmitButton pending={pending}>{standing ? t("edit.save") : t("new.save")}</SubmitButton>
          </div>
        </div>
      </form>
    </PlanTools>
  );
}

function Parts({ form, today, standing, exercise, onExercise }: Props) {
  const { plan, errors } = form;
  const state = standing?.state ?? "draft";
  return (
    <>
      <PlanOperationFields
        plan={plan}
        errors={errors}
        slug={standing?.slug ?? null}
        id={form.began.id}
        exercise={exercise}
        onExercise={onExercise}
        today={today}
      />
      <PlanProgrammeFields plan={plan} errors={errors} />
      <PlanCountryFields plan={plan} errors={errors} state={state} />
      <PlanPhaseFields plan={plan} errors={errors} />
      <PlanPointFields plan={plan} errors={errors} state={state} />
      <PlanPartnerFields plan={plan} errors={errors} />
    </>
  );
}

function Resumed({ form }: Pick<Props, "form">) {
  const t = useTranslations("planning.draft");
  if (!form.resumed) return null;
  return (
    <Notice tone="plain" action={<ActionButton onClick={() => form.discard()}>{t("discard")}</ActionButton>}>
      {t("resumed")}
    </Notice>
  );
}

/** Opens what hides the first field that is refused, and goes there. */
function showFirstRefusal(room: HTMLElement | null): void {
  const field = room?.querySelector<HTMLElement>("[aria-invalid='true']");
  if (!field) return;
  field.closest("details")?.setAttribute("open", "");
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "center" });
}
