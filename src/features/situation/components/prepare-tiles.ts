import type { TotalFilter } from "../schema.ts";
import type { Place } from "./prepare-places.ts";

type Asked = { filter: TotalFilter; points: readonly string[] | null; seen: readonly Place[] };

/** Where the tiles of a choice are; it changes when the totals do, so that what is new is fetched and what is not is kept. */
export function tileAddress({ filter, points, seen }: Asked): string {
  const { exercise, ...chosen } = filter;
  const asked = new URLSearchParams(
    Object.entries(chosen).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
  if (exercise) asked.set("exercise", "1");
  if (points) asked.set("points", points.join("."));
  asked.set("seen", checksum(seen));
  return `/api/tiles/{z}/{x}/{y}?${asked}`;
}

function checksum(places: readonly Place[]): string {
  let sum = 7;
  for (const { totals } of places)
    for (const { validated, preliminary } of totals)
      sum =
        (sum * 31 + (validated.form === "count" ? validated.value : 1) * 3 + (preliminary ?? 0)) %
        2_147_483_647;
  return sum.toString(36);
}
