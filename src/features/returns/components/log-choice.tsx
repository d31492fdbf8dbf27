"use client";

import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import styles from "./log-choice.module.css";

const FORMS = [
  { key: "return", href: "/log/return", needs: "return:file" },
  { key: "match", href: "/log/match", needs: "match:record" },
  { key: "arrest", href: "/log/arrest", needs: "outcome:record" },
  { key: "victims", href: "/log/victims", needs: "outcome:record" },
  { key: "seizure", href: "/log/seizure", needs: "outcome:record" },
  { key: "attendance", href: "/log/attendance", needs: "attendance:record" },
] as const;

/** The forms of the log, one tap each. */
export function LogChoice() {
  const t = useTranslations("returns.choice");
  const can = useCan();
  const offered = FORMS.filter(({ needs }) => can(needs));
  if (offered.length === 0) return <EmptyState title={t("nothing")}>{t("nothingWhy")}</EmptyState>;
  return (
    <ul className={styles.choices}>
      {offered.map(({ key, href }) => (
        <li key={key}>
          <WorldLink href={href}>
            <b>{t(`${key}.title`)}</b>
            <span>{t(`${key}.what`)}</span>
          </WorldLink>
        </li>
      ))}
    </ul>
  );
}
