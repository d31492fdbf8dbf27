import type {
  Certainty,
  Database,
  FigureStatus,
  Measure,
  NoticeColour,
  Offence,
  Qualifier,
} from "#generated/prisma/enums.ts";
import type { PublishedRow } from "../schema.ts";
import { derivedId } from "./content.ts";
import { qualify } from "./kinds.ts";
import type { Kind } from "./kinds.ts";

export type MappedFigure = {
  id: string;
  /** Where in the row it stands: "checks.0", "arrests.breakdown.red_notice". */
  path: string;
  measure: Measure;
  unit: string;
  databases: Database[];
  label: string;
  value: number | null;
  qualifier: Qualifier;
  wording: string | null;
  certainty: Certainty;
  countryCode: string | null;
  phaseId: string | null;
  offence: Offence | null;
  commodity: string | null;
  noticeColour: NoticeColour | null;
  periodWording: string | null;
  partOfId: string | null;
  valuation: boolean;
  note: string | null;
  status: FigureStatus;
};

export type Claim = { value?: number | null; qualifier?: string | null; note?: string | null };
export type FigureContext = {
  row: PublishedRow;
  operationId: string;
  /** Ids of the row's phases in their order. */
  phaseIds: readonly string[];
  countryOf: (name: string) => string | null;
};

/** One figure of the row at `path`; `more` overrides what the kind and the claim say. */
export function figureAt(
  context: FigureContext,
  at: { path: string; label: string; kind: Kind; claim: Claim },
  more: Partial<MappedFigure> = {},
): MappedFigure {
  const value = at.claim.value ?? null;
  const said = qualify(value, at.claim.qualifier ?? null);
  const figure = {
    path: at.path,
    measure: at.kind.measure,
    unit: at.kind.unit,
    databases: [...(at.kind.databases ?? [])],
    label: at.label,
    value,
    qualifier: said.qualifier,
    wording: said.wording,
    certainty: said.certainty ?? certaintyOf(at.claim.note) ?? at.kind.certainty ?? "stated",
    countryCode: null,
    phaseId: null,
    offence: at.kind.offence ?? null,
    commodity: null,
    noticeColour: at.kind.noticeColour ?? null,
    periodWording: null,
    partOfId: null,
    valuation: false,
    note: at.claim.note ?? null,
    status: context.row.figures_status,
    ...more,
  };
  return { ...figure, id: derivedId("figure", context.operationId, JSON.stringify(figure)) };
}

/** Only a note that is the word itself says it; sentences are not read. */
function certaintyOf(note: string | null | undefined): Certainty | undefined {
  return note === "potential" || note === "suspected" ? note : undefined;
}
