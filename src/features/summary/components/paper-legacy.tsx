"use client";

import { useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { SummaryFilter } from "../schema.ts";
import { useAccess, useAccessFacts } from "./access-card.tsx";
import { PaperSection } from "./paper-section.tsx";
import styles from "./paper.module.css";
import { ShownCell } from "./shown-cell.tsx";
import { anySessions, useTrained, useTrainedWords } from "./training-card.tsx";

type Props = { filter: SummaryFilter; operations: RouterOutputs["summary"]["totals"]["operations"] };

/** Training and access on paper: what was built, and what is left of it. */
export function PaperLegacy(props: Props) {
  const t = useTranslations("summary");
  const said = useTrainedWords();
  const factsOf = useAccessFacts();
  const reads = { trained: useTrained(props), access: useAccess(props) };
  const title = `${t("training.title")} · ${t("access.title")}`;
  const unread = [reads.trained, reads.access].find((read) => read?.error && read.data === undefined);
  if (unread)
    return (
      <PaperSection title={title} keep>
        <Known query={{ ...unread, data: undefined }} waiting={null}>
          {() => null}
        </Known>
      </PaperSection>
    );
  const trained = reads.trained?.data;
  const access = reads.access?.data;
  const held = anySessions(trained) ? trained : null;
  if (!held && !access) return null;
  return (
    <PaperSection title={title} keep>
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
