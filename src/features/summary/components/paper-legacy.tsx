"use client";

import { useTranslations } from "next-intl";
import { useAccessFacts, type useAccess } from "./access-card.tsx";
import { PaperSection } from "./paper-section.tsx";
import styles from "./paper.module.css";
import { ShownCell } from "./shown-cell.tsx";
import { useTrainedWords, type useTrained } from "./training-card.tsx";

type Read<Data> = Exclude<Data, undefined>;
/** Null where the reader's role knows nothing of it. */
export type Legacy = {
  trained: Read<ReturnType<typeof useTrained>["data"]>;
  access: Read<ReturnType<typeof useAccess>["data"]>;
};

/** Training and access on paper: what was built, and what is left of it. */
export function PaperLegacy({ trained, access }: Legacy) {
  const t = useTranslations("summary");
  const said = useTrainedWords();
  const factsOf = useAccessFacts();
  const held = trained && trained.held + trained.planned > 0 ? trained : null;
  if (!held && !access) return null;
  return (
    <PaperSection title={`${t("training.title")} · ${t("access.title")}`}>
      <dl className={styles.figures}>
        {held && (
          <div data-colour="training" data-wide>
            <dd>
              <ShownCell
                validated={
                  held.validated === null ? { form: "missing" } : { form: "count", value: held.validated }
                }
                preliminary={held.preliminary}
              />
            </dd>
            <dt>
              {t("training.trained")}
              <small>{said(held).join(" · ")}</small>
            </dt>
          </div>
        )}
        {access &&
          factsOf(access).map(({ key, label, value, more }) => (
            <div key={key} data-colour="access">
              <dd>{value}</dd>
              <dt>
                {label}
                {more.length > 0 && <small>{more.join(" · ")}</small>}
              </dt>
            </div>
          ))}
      </dl>
    </PaperSection>
  );
}
