import { newId } from "#lib/ids.ts";
import { always, countryList, countryRow, world, type Entry } from "./matrix-entry.ts";
import type { PointRows } from "./point-rows.ts";

const described = {
  name: "Matrix crossing",
  kind: "land_crossing",
  iata: null,
  unlocode: null,
  latitude: -2.1,
  longitude: 36.2,
  placeSource: "pin",
  timeZone: "Africa/Nairobi",
  facingCountry: "TZ",
  facingPointId: null,
  another: true,
};
const spare = (f: { points: PointRows }) => ({ id: f.points.spare, ...world });

/** The lines of border points and access. */
export const POINT_LINES: Record<string, Entry> = {
  "points.list": countryList(
    "AMRLS",
    (f) => ({ text: f.points.spare }),
    (answer, f) => answer.includes(f.points.spare),
  ),
  "points.places": countryList(
    "AMRLS",
    (f) => ({ text: f.points.spare }),
    (answer, f) => answer.includes(f.points.spare),
  ),
  "points.choices": always("AMRLS", () => world),
  "points.get": countryRow("AMRLS", spare),
  "points.facing": always("AML", () => ({ countryCode: "TZ" })),
  "points.around": always("AML", () => ({ latitude: -2.1, longitude: 36.2, countryCode: "KE" })),
  "points.add": countryRow("AML", () => ({ id: newId(), countryCode: "KE", ...described })),
  "points.revise": countryRow("AML", (f) => ({ id: f.points.spare, version: 1, ...described })),
  "points.retire": countryRow("AML", (f) => ({ id: f.points.spare, version: 1, reason: "No longer open" })),
  "points.reopen": countryRow("AML", (f) => ({ id: f.points.retired, version: 1 })),
  "points.access": countryRow("MRLS", spare),
  "points.legacy": countryRow("MRLS", spare),
  "points.accessTotals": countryList(
    "MRLS",
    () => world,
    (answer) => answer.includes('"country":"KE"'),
  ),
  "points.bringers": countryRow("ML", spare),
  "points.addAccess": countryRow("ML", (f) => ({
    id: newId(),
    pointId: f.points.spare,
    system: "find",
    databases: ["sltd"],
    statusId: newId(),
    state: "requested",
    onDate: "2026-01-01",
  })),
  "points.addStatus": countryRow("ML", (f) => ({
    id: f.points.access,
    version: 1,
    statusId: newId(),
    state: "approved",
    onDate: "2025-03-01",
  })),
  "points.withdrawStatus": countryRow("ML", (f) => ({
    id: f.points.access,
    version: 1,
    statusId: f.points.status,
    reason: "Entered twice",
  })),
  "points.changeDatabases": countryRow("ML", (f) => ({
    id: f.points.access,
    version: 1,
    databases: ["sltd", "nominals"],
    broughtByOperationId: null,
  })),
  "points.recordVolume": countryRow("ML", (f) => ({
    id: newId(),
    accessPointId: f.points.access,
    database: "sltd",
    month: "2025-02",
    source: "server_log",
    count: 13,
    supersedesId: f.points.volume,
    reason: "The log was read again",
  })),
};
