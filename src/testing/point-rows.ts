import { newId } from "#lib/ids.ts";
import type { Rows } from "./planted-rows.ts";

/** A point with access, one that nobody uses, one that is retired: all of Kenya. */
export type PointRows = { spare: string; retired: string; access: string; status: string; volume: string };

export async function plantPointRows({ put }: Rows): Promise<PointRows> {
  const rows = { spare: newId(), retired: newId(), access: newId(), status: newId(), volume: newId() };
  for (const id of [rows.spare, rows.retired])
    await put("border_point", {
      id,
      code: `KE-${id.slice(-8)}`,
      country_code: "KE",
      name: `Spare ${id}`,
      kind: "land_crossing",
      latitude: -2.5,
      longitude: 36.7,
      time_zone: "Africa/Nairobi",
      version: 1,
      ...(id === rows.retired ? { retired_at: new Date(), retired_reason: "Closed" } : {}),
    });
  const owned = { country_code: "KE" };
  const access = {
    border_point_id: rows.spare,
    system: "mind",
    databases: ["sltd"],
    exercise: false,
    version: 1,
  };
  await put("access_point", { id: rows.access, ...owned, ...access });
  const at = { access_point_id: rows.access, ...owned };
  await put("access_status", { id: rows.status, ...at, state: "requested", on_date: "2025-01-01" });
  await put("query_volume", {
    id: rows.volume,
    ...at,
    database: "sltd",
    month: "2025-02-01",
    source: "server_log",
    count: 12,
  });
  return rows;
}
