"use client";

import { useTranslations } from "next-intl";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import type { ReturnDraft } from "../schema.ts";
import { looksPersonal } from "./looks-personal.ts";
import type { ReturnFormData } from "./return-draft.ts";
import styles from "./return-form.module.css";

type Props = { form: ReturnFormData; draft: ReturnDraft; onChange: (patch: Partial<ReturnDraft>) => void };

/** The few words of a return: why it is corrected, for whom it is filed, a note. Each warns on what looks like a person's data. */
export function ReturnWords({ form, draft, onChange }: Props) {
  const t = useTranslations("returns.form");
  return (
    <div className={styles.words}>
      {form.existing !== null && (
        <TextAreaField
          label={t("reason")}
          description={t(form.existing?.interim ? "reasonInterim" : "reasonWhy")}
          required
          rows={2}
          maxLength={500}
          value={draft.reason}
          personal={looksPersonal(draft.reason)}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      )}
      {form.onBehalf && (
        <TextAreaField
          label={t("onBehalf")}
          description={t("onBehalfHow")}
          required
          rows={2}
          maxLength={200}
          value={draft.onBehalf}
          personal={looksPersonal(draft.onBehalf)}
          onChange={(event) => onChange({ onBehalf: event.currentTarget.value })}
        />
      )}
      <TextAreaField
        label={t("note")}
        rows={2}
        maxLength={1000}
        value={draft.note}
        personal={looksPersonal(draft.note)}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </div>
  );
}
