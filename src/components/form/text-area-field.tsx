"use client";

import { Textarea } from "@mantine/core";
import type { TextareaProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Notice } from "../layout/notice.tsx";
import { fieldLook } from "./field-look.ts";
import styles from "./field.module.css";

/** Free text. `personal` (from the feature's own test of what is typed) shows the warning; it never blocks. */
export function TextAreaField({ personal, ...props }: TextareaProps & { personal?: boolean }) {
  const t = useTranslations("shell.form");
  return (
    <div>
      <Textarea {...fieldLook} rows={3} {...props} />
      <div aria-live="polite" className={styles.warning}>
        {personal && <Notice tone="wait">{t("personalData")}</Notice>}
      </div>
    </div>
  );
}
