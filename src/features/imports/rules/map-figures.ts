import type { Measure } from "#generated/prisma/enums.ts";
import { figureAt } from "./figure-at.ts";
import type { Claim, FigureContext, MappedFigure } from "./figure-at.ts";
import { ARREST_PARTS, colourOf, databasesOf, kindOf } from "./kinds.ts";
import type { Kind } from "./kinds.ts";
import { lookUp } from "./look-up.ts";
import { mapSeizures } from "./map-seizures.ts";

const people = (measure: Measure): Kind => ({ measure, unit: "people" });

function mapCounted(context: FigureContext, list: "checks" | "hits"): MappedFigure[] {
  return context.row[list].map((item, index) => {
    const against = item.against ? databasesOf(item.against) : null;
    const printed = against && !against.exact ? item.against?.join(", ") : null;
    const note = [item.note, item.scope, printed].filter(Boolean).join(" · ") || null;
    return figureAt(
      context,
      { path: `${list}.${index}`, label: item.kind, kind: kindOf(item.kind), claim: item },
      { note, periodWording: item.period ?? null, ...(against && { databases: against.databases }) },
    );
  });
}

function mapSingles(context: FigureContext): MappedFigure[] {
  const { row } = context;
  const singles: [string, Claim | null | undefined, Kind][] = [
    ["victims", row.victims, people("victims_presumed")],
    ["migrants", row.migrants, people("migrants_encountered")],
    ["trained", row.trained, people("people_trained")],
    ["deployed", row.deployed, people("officers_deployed")],
    ["investigations", row.investigations, { measure: "investigations_opened", unit: "cases" }],
  ];
  const figures = singles.flatMap(([path, claim, kind]) =>
    claim ? [figureAt(context, { path, label: path, kind, claim })] : [],
  );
  const migrants = figures.find((figure) => figure.path === "migrants");
  if (row.migrants?.nationalities != null)
    figures.push(
      figureAt(
        context,
        {
          path: "migrants.nationalities",
          label: "nationalities",
          kind: { measure: "nationalities", unit: "items" },
          claim: { value: row.migrants.nationalities },
        },
        { partOfId: migrants?.id ?? null },
      ),
    );
  return figures;
}

function mapArrests(context: FigureContext): MappedFigure[] {
  const { row } = context;
  const { total, note, breakdown = {}, by_phase: byPhase = {} } = row.arrests ?? {};
  const kind = people("arrests");
  const figures: MappedFigure[] = [];
  if (total || note)
    figures.push(
      figureAt(
        context,
        {
          path: "arrests.total",
          label: "arrests",
          kind,
          claim: total ?? { value: null, qualifier: note },
        },
        { note: [total?.note, note].filter(Boolean).join(" · ") || null },
      ),
    );
  const partOfId = figures[0]?.id ?? null;
  for (const [key, value] of Object.entries(breakdown)) {
    const part = lookUp(ARREST_PARTS, key) ?? {};
    const countryCode = context.countryOf(key);
    figures.push(
      figureAt(
        context,
        { path: `arrests.breakdown.${key}`, label: key, kind: { ...kind, ...part }, claim: { value } },
        { partOfId, countryCode },
      ),
    );
  }
  const inPhases = new Map(
    row.phases.flatMap((phase) => (phase.arrests != null ? [[phase.name, phase.arrests]] : [])),
  );
  row.phases.forEach((phase, index) => {
    if (phase.arrests == null) return;
    const at = { path: `phases.${index}.arrests`, label: phase.name, kind, claim: { value: phase.arrests } };
    figures.push(figureAt(context, at, { partOfId, phaseId: context.phaseIds[index] ?? null }));
  });
  for (const [name, value] of Object.entries(byPhase)) {
    // The same number given with the phase itself is one claim, not two.
    if (inPhases.get(name) === value) continue;
    const index = row.phases.findIndex((phase) => phase.name === name);
    const at = { path: `arrests.by_phase.${name}`, label: name, kind, claim: { value } };
    figures.push(figureAt(context, at, { partOfId, phaseId: context.phaseIds[index] ?? null }));
  }
  return figures;
}

function mapNotices(context: FigureContext): MappedFigure[] {
  return context.row.notices.map((notice, index) =>
    figureAt(
      context,
      {
        path: `notices.${index}`,
        label: notice.colour,
        kind: { measure: "notices_published", unit: "items" },
        claim: notice,
      },
      { noticeColour: colourOf(notice.colour) },
    ),
  );
}

function mapReach(context: FigureContext): MappedFigure[] {
  const { countries_reported: countries, border_points: points } = context.row;
  const figures: MappedFigure[] = [];
  if (countries != null)
    figures.push(
      figureAt(context, {
        path: "countries_reported",
        label: "countries",
        kind: { measure: "countries", unit: "items" },
        claim: { value: countries },
      }),
    );
  if (points && (points.count != null || points.label))
    figures.push(
      figureAt(context, {
        path: "border_points",
        label: points.label ?? "border points",
        kind: { measure: "border_points", unit: "items" },
        claim: { value: points.count ?? null, qualifier: points.count == null ? points.label : null },
      }),
    );
  return figures;
}

/** Every number and every claim without a number of a row, in the order in which they are read. */
export function mapFigures(context: FigureContext): MappedFigure[] {
  return [
    ...mapReach(context),
    ...mapCounted(context, "checks"),
    ...mapCounted(context, "hits"),
    ...mapArrests(context),
    ...mapSingles(context),
    ...mapSeizures(context),
    ...mapNotices(context),
  ];
}
