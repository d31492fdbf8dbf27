import type { RecordMatch } from "#features/matches/schema.ts";
import { issuerOf } from "#lib/issuer.ts";
import { operationalDayOf, type LocalDate } from "#lib/period.ts";
import { instantOf } from "#lib/zone.ts";
import { minutesAfter, notAfter, ruleOf, type Calendar } from "./calendar.ts";
import { chanceOf, idOf } from "./chance.ts";
import type { Draw } from "./draw-parameters.ts";

/** A drawn match at its place in time. */
export type Hit = {
  id: string;
  draw: Draw;
  detectedAt: Date;
  localDate: LocalDate;
  requestedAt: Date | null;
};

const ROUTES: Record<string, string[]> = {
  KE: ["AE", "ET", "NL", "ZA", "TZ"],
  RW: ["TZ", "UG", "BE", "QA"],
  DZ: ["FR", "TN", "TR", "ES"],
  BJ: ["TG", "CI", "FR", "MA"],
  IT: ["EG", "BR", "TN", "US", "CN"],
  PH: ["SG", "JP", "AE", "HK"],
  MR: ["SN", "MA", "ES"],
  CO: ["EC", "PA", "ES", "MX"],
};
const ONWARD = ["CA", "GB", "DE", "AU", "ZA", "US", "FR", "JP"];
const BY_NOTICE = ["nominals", "notices", "tdawn"];

/** When each match was detected; never in the future, and what waits for a reply was asked as long ago as stated. */
export function hitsOf(draws: Draw[], calendar: Calendar): Hit[] {
  return draws.map((draw) => {
    const rule = ruleOf(draw.point);
    const clock = `${String(Math.floor(draw.minute / 60)).padStart(2, "0")}:${String(draw.minute % 60).padStart(2, "0")}`;
    const date = calendar.dateOf(draw.day + (clock < rule.startsAt ? 1 : 0));
    const requestedAt =
      draw.hoursWaiting === null ? null : minutesAfter(calendar.now, -draw.hoursWaiting * 60);
    const wished = requestedAt ? minutesAfter(requestedAt, -50) : instantOf(date, clock, rule.zone);
    const detectedAt = notAfter(wished, calendar.now, 45 + draw.no);
    return {
      id: idOf(`match:${draw.no}`),
      draw,
      detectedAt,
      localDate: operationalDayOf(detectedAt, rule),
      requestedAt,
    };
  });
}

const authorityOf = (issuer: string) =>
  issuer.length === 2 ? issuerOf(issuer) : issuer === "UNO" ? "UNO" : "XPO";

/** What the liaison types: database, document and where it came from; route and encounter as far as known. */
export function observed(hit: Hit): RecordMatch {
  const { draw } = hit;
  const chance = chanceOf(`route:${draw.no}`);
  const byNotice = BY_NOTICE.includes(draw.database);
  const issuer = draw.issuer.length === 2 ? issuerOf(draw.issuer) : draw.issuer;
  const known = chance.next();
  return {
    id: hit.id,
    deploymentId: idOf(`deployment:${draw.point.id}`),
    detectedAt: hit.detectedAt,
    database: draw.database as RecordMatch["database"],
    documentType: draw.documentType,
    issuer: draw.database === "national" || byNotice ? null : issuer,
    recordStatus: draw.recordStatus,
    noticeColour: draw.noticeColour,
    requestingAuthority: byNotice ? authorityOf(draw.issuer) : null,
    channel: draw.channel,
    finding: null,
    interimMeasure: draw.interim,
    routeOrigin: known < 0.92 ? chance.pick(ROUTES[draw.point.country]!) : null,
    routeTransit: null,
    routeDestination: known < 0.74 ? (chance.next() < 0.55 ? draw.point.country : chance.pick(ONWARD)) : null,
    sameTravellerAs: draw.sameTravellerAs === null ? null : idOf(`match:${draw.sameTravellerAs}`),
    note: null,
  };
}
