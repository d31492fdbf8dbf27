"use client";

import { useTranslations } from "next-intl";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { AskList } from "./asks-card.tsx";
import { CountryTotals } from "./country-totals.tsx";
import { OperationTotals } from "./operation-totals.tsx";
import { OwedRows } from "./owed-table.tsx";
import { PaperBars } from "./paper-bars.tsx";
import { PaperFigures } from "./paper-figures.tsx";
import { PaperHead, type PaperProps } from "./paper-head.tsx";
import { PaperLegacy, type Legacy } from "./paper-legacy.tsx";
import { PaperPublished } from "./paper-published.tsx";
import { PaperRunning } from "./paper-running.tsx";
import { PaperSection } from "./paper-section.tsx";
import styles from "./paper.module.css";
import { ProgrammeTotals } from "./programme-totals.tsx";
import { SeizureRows } from "./seizure-totals.tsx";
import { useStory } from "./short-story.tsx";

type Outputs = RouterOutputs["summary"];
type Props = PaperProps & {
  cuts: Outputs["cuts"];
  open: Outputs["open"];
  published: Outputs["published"];
  legacy: Legacy;
};

/** The document from title to last note, in the order in which it is read in two minutes. */
export function PaperBody({ cuts, open, published, legacy, ...paper }: Props) {
  const { totals, filter } = paper;
  const t = useTranslations("summary");
  const story = useStory({ totals, filter });
  const trends = ["checks", "matches"].flatMap((measure) =>
    totals.trends.filter((trend) => trend.measure === measure).slice(0, 1),
  );
  const counted = totals.totals.length > 0;
  return (
    <>
      <PaperRunning {...paper} />
      <PaperHead {...paper} />
      {counted && (
        <PaperSection title={t("story.title")} keep>
          {story.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </PaperSection>
      )}
      {!counted && <p>{t("noResults")}</p>}
      {counted && (
        <PaperSection title={t("results")} note={t("resultsNote")} keep>
          <PaperFigures totals={totals.totals} />
          {totals.guarded.widened && <p className={styles.note}>{t(`widened.${totals.guarded.fineness}`)}</p>}
        </PaperSection>
      )}
      {open && (
        <PaperSection title={t("asks.title")} note={t("asks.note")}>
          <AskList asks={open.asks} />
        </PaperSection>
      )}
      {trends.length > 0 && (
        <PaperSection title={t("trend.title")} keep>
          {trends.map((trend) => (
            <PaperBars key={`${trend.measure}:${trend.unit}`} trend={trend} totals={totals} />
          ))}
          <p className={styles.note}>{t("paper.legend")}</p>
        </PaperSection>
      )}
      {open && <Owed open={open} />}
      {counted && <Cuts totals={totals} cuts={cuts} />}
      <PaperLegacy {...legacy} />
      <SeizureSection totals={totals} />
      <PaperPublished published={published} />
      <footer className={styles.foot}>
        <p>{t("paper.system")}</p>
      </footer>
    </>
  );
}

function Owed({ open }: { open: NonNullable<Outputs["open"]> }) {
  const t = useTranslations("summary");
  const format = useFormatter();
  const moment = format.dateTime(open.asOf, "momentZone", { timeZone: "UTC" });
  return (
    <PaperSection title={t("owed.title")} note={t("open.asOf", { moment })}>
      <OwedRows open={open} />
    </PaperSection>
  );
}

function Cuts({ totals, cuts }: { totals: Outputs["totals"]; cuts: Outputs["cuts"] }) {
  const t = useTranslations("summary.cuts");
  return (
    <>
      <PaperSection title={`${t("title")} · ${t("operation")}`}>
        <OperationTotals totals={totals} />
      </PaperSection>
      {cuts.programmes.some(({ totals: own }) => own.length > 0) && (
        <PaperSection title={`${t("title")} · ${t("programme")}`}>
          <ProgrammeTotals programmes={cuts.programmes} />
        </PaperSection>
      )}
      {cuts.countries && cuts.countries.length > 0 && (
        <PaperSection title={`${t("title")} · ${t("country")}`}>
          <CountryTotals cuts={cuts} />
        </PaperSection>
      )}
    </>
  );
}

function SeizureSection({ totals }: { totals: Outputs["totals"] }) {
  const t = useTranslations("summary");
  if (totals.totals.every(({ measure }) => measure !== "seizures")) return null;
  return (
    <PaperSection title={t("seizures")}>
      <SeizureRows totals={totals} />
    </PaperSection>
  );
}
