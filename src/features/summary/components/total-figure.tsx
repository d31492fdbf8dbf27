"use client";

import { useTranslations } from "next-intl";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Figure, type FigureColour } from "#components/figure.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useMeasureWords } from "./measure-words.ts";

type Total = RouterOutputs["summary"]["totals"]["totals"][number];
type Props = { measure: Total["measure"]; unit: string; total: Total | undefined; colour: FigureColour };

/** A total that says what it counts and opens to what it is made of; what is not validated stands apart from it. */
export function TotalFigure(props: Props) {
  const { measure, unit, total } = props;
  const exact = total?.validated.form === "count" ? total.validated.value : undefined;
  return (
    <div data-total={`${measure}:${unit}`} data-validated={exact} data-preliminary={total?.preliminary ?? 0}>
      <Shown {...props} />
    </div>
  );
}

function Shown({ measure, unit, total, colour }: Props) {
  const t = useTranslations("summary");
  const { href } = useUrlFilter();
  const words = useMeasureWords();
  const common = { unit: words(measure, unit), colour };
  if (!total) return <Figure {...common} value={null} />;
  const { validated, preliminary } = total;
  const sources = (
    <WorldLink className="not-on-paper" scroll={false} href={`${href({ open: `${measure}:${unit}` })}#parts`}>
      {t("madeOf")}
    </WorldLink>
  );
  if (validated.form === "missing" && preliminary !== null)
    return (
      <Figure
        {...common}
        value={preliminary}
        status={<Chip tone="prelim">{t("preliminary")}</Chip>}
        note={t("noneValidated")}
        sources={sources}
      />
    );
  if (validated.form === "withheld")
    return (
      <Figure {...common} value={null} wording={t("withheld")} status={t("validated")} sources={sources} />
    );
  return (
    <Figure
      {...common}
      value={validated.form === "count" ? validated.value : null}
      suppressed={validated.form === "under"}
      status={validated.form === "missing" ? undefined : t("validated")}
      preliminary={preliminary}
      sources={sources}
    />
  );
}
