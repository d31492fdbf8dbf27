import { useTranslations } from "next-intl";
import { SimpleTable } from "#components/table/simple-table.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { ABOUT_FIELDS } from "../rules.ts";
import styles from "./door.module.css";

const ROLES = [
  "liaison",
  "reviewer",
  "programme_manager",
  "leadership",
  "observer",
  "administrator",
] as const;

/** Who runs this installation, under which law, and who sees what. What nobody stated is said to be missing. */
export function AboutFacts({ about }: { about: RouterOutputs["people"]["about"] }) {
  const t = useTranslations("about");
  const terms = useTranslations("terms.role");
  return (
    <article className={`${styles.form} ${styles.wide}`}>
      <section className={styles.card}>
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
        <dl className={styles.facts}>
          {ABOUT_FIELDS.map((field) => (
            <Fact key={field} term={t(field)} text={about[field]} missing={t("notStated")} />
          ))}
        </dl>
      </section>
      <section className={styles.card}>
        <h2>{t("who")}</h2>
        <SimpleTable
          label={t("who")}
          columns={[{ header: t("role") }, { header: t("may") }]}
          rows={ROLES.map((role) => ({
            key: role,
            cells: [<b key="role">{terms(role)}</b>, t(`roles.${role}`)],
          }))}
        />
      </section>
      <section className={styles.card}>
        <h2>{t("protects")}</h2>
        <p>{t("protectsText")}</p>
      </section>
    </article>
  );
}

function Fact({ term, text, missing }: { term: string; text: string | null; missing: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd data-missing={text === null || undefined}>{text ?? missing}</dd>
    </>
  );
}
