"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@mantine/core";
import { CountField } from "#components/form/count-field.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { whyNotCounts } from "../rules.ts";
import { COUNTED, type Counted } from "../rules.ts";
import type { DraftRow } from "./attendance-draft.ts";
import type { Sheet } from "./training-types.ts";
import { useTrainingWords } from "./training-words.ts";
import styles from "./training.module.css";

type Props = {
  sheet: Sheet;
  row: DraftRow;
  standing: Sheet["standing"][number] | undefined;
  onChange: (row: DraftRow) => void;
  confirmed: boolean;
  onConfirm: (confirmed: boolean) => void;
};

/** Four numbers of one organisation; empty is not said, never 0. What stands is shown beside what is typed. */
export function AttendanceRow({ sheet, row, standing, onChange, confirmed, onConfirm }: Props) {
  const t = useTranslations("training");
  const errors = useTranslations("errors.attendance");
  const words = useTrainingWords();
  const organisation = sheet.organisations.find(({ id }) => id === row.organisationId);
  const name = organisation ? words.organisation(organisation) : t("log.unknownOrganisation");
  const said = COUNTED.some((counted) => row[counted] !== null);
  const why = said ? whyNotCounts(row) : null;
  const wrong: Partial<Record<Counted, string>> = {};
  if (why === "attendance.more_certified") wrong.certified = errors("more_certified");
  if (why === "attendance.more_women") wrong.women = errors("more_women");
  if (why === "attendance.attended_needed") wrong.attended = errors("attended_needed");
  return (
    <li>
      <fieldset className={styles.organisation}>
        <legend>
          {name} {standing?.review === "validated" && <Chip tone="valid">{t("attendance.validated")}</Chip>}
        </legend>
        {standing?.question && (
          <Question text={standing.question} confirmed={confirmed} onConfirm={onConfirm} />
        )}
        {COUNTED.map((counted) => (
          <CountField
            key={counted}
            label={t(counted === "women" ? "log.womenOptional" : `count.${counted}`)}
            aria-label={`${name}: ${t(`count.${counted}`)}`}
            disabled={!sheet.begun && counted !== "invited"}
            value={row[counted]}
            error={wrong[counted]}
            description={
              standing && standing[counted] !== row[counted]
                ? t("log.stands", { count: standing[counted] ?? "—" })
                : undefined
            }
            onChange={(count) => onChange({ ...row, [counted]: count })}
          />
        ))}
      </fieldset>
    </li>
  );
}

type QuestionProps = { text: string } & Pick<Props, "confirmed" | "onConfirm">;

/** What the reviewer asks: answered by other numbers, or by saying that these are right. */
function Question({ text, confirmed, onConfirm }: QuestionProps) {
  const t = useTranslations("training.log");
  return (
    <div className={styles.question}>
      <Notice tone="wait" title={t("asked")}>
        <p dir="auto">{text}</p>
        <Checkbox
          mt="xs"
          label={t("confirm")}
          checked={confirmed}
          onChange={(event) => onConfirm(event.currentTarget.checked)}
        />
      </Notice>
    </div>
  );
}
