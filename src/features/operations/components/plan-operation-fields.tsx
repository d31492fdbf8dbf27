"use client";

import { useTranslations } from "next-intl";
import { DateField } from "#components/form/date-field.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SearchSelectField, SelectField } from "#components/form/select-field.tsx";
import { TagsField } from "#components/form/tags-field.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { CountingBasis, Visibility } from "#generated/prisma/enums.ts";
import { personalDataIn } from "#lib/personal-data.ts";
import { editionOf, nameEdition } from "#lib/edition.ts";
import { HANDLING_MARKS } from "../rules/empty-plan.ts";
import { slugOf } from "../rules/plan-slug.ts";
import type { Plan } from "../schema/plan.ts";
import { useMarkWords } from "./mark-words.ts";
import { useCrimeAreaWords } from "./crime-area-words.ts";
import styles from "./plan-form.module.css";
import { PlanSection } from "./plan-section.tsx";
import { bindFields, usePlanTools } from "./plan-tools.tsx";
import type { PlanErrors } from "./use-plan-form.ts";

type Props = {
  plan: Plan;
  errors: PlanErrors;
  /** The address of an operation that stands; null while it is made of codename, edition and year. */
  slug: string | null;
  id: string;
  exercise: boolean;
  /** Null once it can no longer be chosen. */
  onExercise: ((exercise: boolean) => void) | null;
  today: string;
};

export function PlanOperationFields(props: Props) {
  const { plan, errors } = props;
  const t = useTranslations("planning.field");
  const { patch } = usePlanTools();
  const fields = bindFields<Plan>({ row: plan, path: "", errors, change: patch });
  return (
    <PlanSection name="operation">
      <div className={styles.grid}>
        <TextField
          className={styles.whole}
          label={t("codename")}
          description={t("codenameHint")}
          {...fields.line("codename")}
          required
        />
        <TextField
          label={t("edition")}
          description={
            plan.edition ? t("editionRoman", { roman: editionOf(plan.edition) }) : t("editionHint")
          }
          {...fields.digits("edition")}
        />
        <TextField label={t("year")} description={t("yearHint")} {...fields.digits("year")} />
        <TextField label={t("series")} description={t("seriesHint")} {...fields.text("series")} />
        <Address {...props} />
        <div className={styles.whole}>
          <TextAreaField
            label={t("objective")}
            personal={personalDataIn(plan.objective ?? "", props.today).length > 0}
            {...fields.text("objective")}
          />
        </div>
      </div>
      <div className={`${styles.grid} ${styles.more}`}>
        <Handling {...props} />
        <Belonging {...props} />
      </div>
    </PlanSection>
  );
}

function Address({ plan, slug, exercise, onExercise }: Props) {
  const t = useTranslations("planning.field");
  return (
    <>
      <div className={styles.whole}>
        <p className={styles.hint}>
          {t("address")}: <bdi dir="ltr">/operations/{slug ?? slugOf(plan)}</bdi>
          {" · "}
          {slug === null ? t("addressOnce") : t("addressFixed")}
        </p>
      </div>
      {onExercise && (
        <div className={styles.whole}>
          <Segmented
            label={t("world")}
            description={t("worldHint")}
            choices={[
              { value: "real", label: t("real") },
              { value: "exercise", label: t("exercise") },
            ]}
            value={exercise ? "exercise" : "real"}
            onChange={(world) => onExercise(world === "exercise")}
          />
        </div>
      )}
    </>
  );
}

function Handling({ plan, errors }: Props) {
  const t = useTranslations("planning.field");
  const terms = useTranslations("terms");
  const mark = useMarkWords();
  const { patch } = usePlanTools();
  const fields = bindFields<Plan>({ row: plan, path: "", errors, change: patch });
  const marks = [...new Set([...HANDLING_MARKS, plan.handlingMark])];
  return (
    <>
      <div className={styles.whole}>
        <Segmented
          label={t("visibility")}
          description={t("visibilityHint")}
          choices={Object.values(Visibility).map((value) => ({ value, label: terms(`visibility.${value}`) }))}
          value={plan.visibility}
          onChange={(visibility) => patch({ visibility })}
        />
      </div>
      <SelectField
        label={t("mark")}
        description={mark.meaning(plan.handlingMark) ?? t("markOwn")}
        data={marks.map((value) => ({ value, label: mark.name(value) }))}
        {...fields.line("handlingMark")}
      />
      <SelectField
        label={t("basis")}
        description={t("basisHint")}
        data={[
          { value: "", label: t("none") },
          ...Object.values(CountingBasis).map((value) => ({ value, label: terms(`countingBasis.${value}`) })),
        ]}
        {...fields.text("countingBasis")}
      />
      <DateField label={t("retention")} description={t("retentionHint")} {...fields.day("retentionOn")} />
    </>
  );
}

function Belonging({ plan, errors, id }: Props) {
  const t = useTranslations("planning.field");
  const area = useCrimeAreaWords();
  const { patch, choices } = usePlanTools();
  const fields = bindFields<Plan>({ row: plan, path: "", errors, change: patch });
  const others = choices.operations.filter((operation) => operation.id !== id);
  return (
    <>
      <SearchSelectField
        label={t("parent")}
        description={t("parentHint")}
        clearable
        limit={60}
        placeholder={t("none")}
        data={others.map((one) => ({
          value: one.id,
          label: nameEdition(one),
        }))}
        {...fields.search("parentId")}
      />
      <div className={styles.whole}>
        <TagsField
          label={t("crimeAreas")}
          description={t("crimeAreasHint")}
          data={choices.crimeAreas}
          words={area}
          value={plan.crimeAreas}
          error={errors.crimeAreas}
          onChange={(crimeAreas) => patch({ crimeAreas })}
        />
      </div>
    </>
  );
}
