/** An operation by name and year: "Exercise Meridian (2026)"; a name that says its year says it once. */
export const nameEdition = ({ codename, year }: { codename: string; year: number | null }) =>
  year === null || codename.includes(String(year)) ? codename : `${codename} (${year})`;
