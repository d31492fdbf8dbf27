import { COUNTRY_CODES, isInterpolMember, parentOf } from "#lib/country.ts";

/** How large a world is made, and by which seed; the same shape gives the same rows. */
export type WorldShape = { returns: number; matches: number; lines: number; seed: number };

export const WORLD: WorldShape = { returns: 500_000, matches: 200_000, lines: 3, seed: 20261122 };

/** Ten of fifty countries with their ten points each report for 25 days in every operation. */
export const POSTS = 100;
export const DAYS = 25;
export const RETURNS_EACH = POSTS * DAYS;

/** What a line may count: six databases, entry and exit. */
export const MOST_LINES = 12;

/** At least two: the last one is live and has no end, so that results can be logged whatever the day. */
export const operationsOf = ({ returns }: WorldShape): number =>
  Math.max(2, Math.ceil(returns / RETURNS_EACH));

/** Fifty countries spread over the alphabet, KE among them. */
export function worldCountries(): string[] {
  const members = COUNTRY_CODES.filter((code) => isInterpolMember(code) && parentOf(code) === null);
  const step = members.length / 50;
  const spread = Array.from({ length: 50 }, (_, place) => members[Math.floor(place * step)] ?? "KE");
  return spread.includes("KE") ? spread : ["KE", ...spread.slice(1)];
}

/** The accounts of the world's people, before "@muster.example". */
export const WORLD_LEADERSHIP = "world.leadership";
export const WORLD_MANAGER = "world.manager";
export const worldLiaison = (country: string): string => `world.liaison.${country.toLowerCase()}`;
export const worldReviewer = (country: string): string => `world.reviewer.${country.toLowerCase()}`;

/** "world-0007" is operation 7, counted from 0. */
export const worldSlug = (place: number): string => `world-${String(place).padStart(4, "0")}`;

/** Programmes by which a twentieth and half of the world's operations, and so of its matches, can be asked for. */
export const WORLD_TWENTIETH = "world-twentieth";
export const WORLD_HALF = "world-half";
