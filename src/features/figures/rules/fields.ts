import type { FigureContent, SourceContent } from "../schema.ts";

/** A figure of which nothing is said yet: every field that a version of it has. */
export const BLANK_FIGURE: FigureContent = {
  measure: "checks",
  unit: "searches",
  databases: [],
  label: "",
  value: null,
  low: null,
  high: null,
  qualifier: "exact",
  wording: null,
  certainty: "stated",
  countryCode: null,
  phaseId: null,
  offence: null,
  commodity: null,
  noticeColour: null,
  ageGroup: null,
  sex: null,
  periodFrom: null,
  periodTo: null,
  periodWording: null,
  asOf: null,
  status: "unstated",
  partOfId: null,
  valuation: false,
  note: null,
  sourceId: null,
};
export const FIGURE_FIELDS = Object.keys(BLANK_FIGURE) as (keyof FigureContent)[];

/** A source of which nothing is said yet. */
export const BLANK_SOURCE: SourceContent = {
  locator: "",
  title: null,
  publisher: null,
  language: null,
  publishedOn: null,
  tier: "primary",
};
export const SOURCE_FIELDS = Object.keys(BLANK_SOURCE) as (keyof SourceContent)[];
