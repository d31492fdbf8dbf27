"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Figure, FigureValue } from "#components/figure.tsx";
import { Known } from "#components/form/known.tsx";
import { Card, FigureRow } from "#components/layout/card.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import type { TrainingChoice } from "../schema.ts";
import type { Trained } from "./training-types.ts";
import styles from "./training.module.css";

/** People trained by the chosen sessions, with what is known and what is not; by operation where there are several. */
export function TrainedCard({ choice }: { choice: TrainingChoice }) {
  const t = useTranslations("training.trained");
  const trpc = useTRPC();
  const trained = useQuery({
    ...trpc.training.trained.queryOptions(choice),
    placeholderData: keepPreviousData,
  });
  return (
    <Known query={trained} title={t("title")} waiting={<SkeletonBox height={150} />}>
      {(data) => {
        const { total, operations } = data;
        return (
          <>
            <Sentence total={total} />
            <TrainedFigures total={total} />
            {operations.length > 1 && (
              <details className={styles.details}>
                <summary>{t("byOperation", { count: operations.length })}</summary>
                <Card flush>
                  <ByOperation rows={operations} />
                </Card>
              </details>
            )}
          </>
        );
      }}
    </Known>
  );
}

/** "212 people trained in 9 sessions; attendance reported for 8 of 9". */
function Sentence({ total }: { total: Trained }) {
  const t = useTranslations("training.trained");
  const { held, reported } = total;
  const people = peopleOf(total);
  if (held === 0) return <p className={styles.sentence}>{t("noneHeld", { planned: total.planned })}</p>;
  return (
    <p className={styles.sentence}>
      {people === null ? t("nothingKnown", { held }) : t("sentence", { people, held, reported })}
    </p>
  );
}

/** Everyone who attended, validated or not; null where nobody said. */
const peopleOf = ({ validated, preliminary }: Trained) =>
  validated === null && preliminary === null ? null : (validated ?? 0) + (preliminary ?? 0);

function TrainedFigures({ total }: { total: Trained }) {
  const t = useTranslations("training.trained");
  const format = useFormatter();
  const rate =
    total.invited !== null && total.invited > 0 && total.attendedOfInvited !== null
      ? t("ofInvited", { share: format.number(total.attendedOfInvited / total.invited, "percent") })
      : undefined;
  return (
    <FigureRow label={t("title")}>
      <Figure
        value={total.validated}
        preliminary={total.preliminary}
        status={t("validated")}
        unit={t("attended")}
        colour="training"
        note={rate}
      />
      <Figure value={total.invited} unit={t("invited")} />
      <Figure
        value={total.certified}
        preliminary={total.certifiedPreliminary}
        status={t("validated")}
        unit={t("certified")}
      />
      <Figure
        value={total.women}
        unit={t("women")}
        note={total.rows > 0 ? t("knownFor", { known: total.womenKnown, of: total.rows }) : undefined}
      />
      <Figure
        value={total.held}
        tally
        unit={t("held", { count: total.held })}
        note={t("alsoPlanned", { planned: total.planned, cancelled: total.cancelled })}
      />
    </FigureRow>
  );
}

function ByOperation({ rows }: { rows: RouterOutputs["training"]["trained"]["operations"] }) {
  const t = useTranslations("training.trained");
  return (
    <SimpleTable
      label={t("byOperation", { count: rows.length })}
      columns={[
        { header: t("operation") },
        { header: t("heldColumn"), align: "end" },
        { header: t("reportedColumn"), align: "end" },
        { header: t("validated"), align: "end" },
        { header: t("preliminary"), align: "end" },
      ]}
      rows={rows.map(({ operation, ...row }) => ({
        key: operation?.id ?? "none",
        cells: [
          operation ? (
            <WorldLink key="to" href={`/operations/${operation.slug}`}>
              {operation.codename}
            </WorldLink>
          ) : (
            t("withoutOperation")
          ),
          row.held,
          t("of", { known: row.reported, of: row.held }),
          <FigureValue key="validated" value={row.validated} />,
          <FigureValue key="preliminary" value={row.preliminary} />,
        ],
      }))}
    />
  );
}
