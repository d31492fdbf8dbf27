/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/**
 * Parts that the atlas draws as another country's, told apart by where they lie. `disputed` parts keep the code the
 * United Nations give them but are bordered by dashes.
 */
export const PARTS: readonly { of: string; code: string; box: Box; disputed?: true }[] = [
  { of: "FR", code: "GF", box: [-55, 2, -51, 6] },
  { of: "FR", code: "GP", box: [-62, 15.8, -61.1, 16.6] },
  { of: "FR", code: "MQ", box: [-61.3, 14.3, -60.7, 15] },
  { of: "FR", code: "RE", box: [55, -21.5, 56, -20.7] },
  { of: "FR", code: "YT", box: [44.9, -13.1, 45.4, -12.5] },
  { of: "NL", code: "BQ", box: [-69, 11.9, -62.8, 18] },
  { of: "NO", code: "SJ", box: [-10, 70, -7, 72] },
  { of: "NO", code: "SJ", box: [10, 74, 35, 81] },
  { of: "Indian Ocean Ter.", code: "CX", box: [105, -11, 106, -10] },
  { of: "Indian Ocean Ter.", code: "CC", box: [96, -13, 97.5, -11] },
  { of: "RU", code: "UA", box: [32, 44, 36.9, 46.3], disputed: true },
];

/** Borders drawn dashed although both sides have a code: pairs, in a box where only a part is disputed. */
export const DISPUTED_BORDERS: readonly { between: readonly string[]; box?: Box }[] = [
  { between: ["EH", "MA"] },
  { between: ["EH", "MR"] },
  { between: ["EH", "DZ"] },
  { between: ["PS", "IL"] },
  { between: ["PS", "JO"] },
  { between: ["PS", "EG"] },
  { between: ["KP", "KR"] },
  { between: ["IN", "PK"], box: [73, 32.4, 81, 37.5] },
  { between: ["IN", "CN"], box: [73, 27, 97.5, 37.5] },
  { between: ["SD", "SS"], box: [27, 8.5, 30.5, 11] },
  { between: ["SD", "EG"], box: [33, 21.9, 37.5, 23.5] },
];

/** Territories too small for the atlas: drawn as points. Places from GeoNames (CC BY 4.0), rounded. */
export const SMALL_PLACES: Readonly<Record<string, readonly [number, number]>> = {
  BV: [3.36, -54.42],
  GI: [-5.35, 36.14],
  TK: [-171.85, -9.2],
  TV: [179.2, -8.52],
  UM: [166.63, 19.29],
};
