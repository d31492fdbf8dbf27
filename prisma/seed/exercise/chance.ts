import { createHash } from "node:crypto";

/** The same name gives the same id everywhere, so that a second seed finds what the first one made. */
export function idOf(name: string): string {
  const hex = createHash("sha256").update(`muster:meridian:${name}`).digest("hex");
  const variant = ((parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export type Chance = {
  /** 0 ≤ x < 1 */
  next(): number;
  between(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
  /** Roughly normal around 0 with this standard deviation. */
  noise(sd: number): number;
};

/** Chance that is the same for the same name: mulberry32 over a hash. */
export function chanceOf(name: string): Chance {
  let state = createHash("sha256").update(name).digest().readUInt32LE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    pick: (items) => items[Math.floor(next() * items.length)]!,
    shuffled(items) {
      const left = [...items];
      for (let i = left.length - 1; i > 0; i -= 1) {
        const j = Math.floor(next() * (i + 1));
        [left[i], left[j]] = [left[j]!, left[i]!];
      }
      return left;
    },
    noise: (sd) => (next() + next() + next() + next() - 2) * Math.sqrt(3) * sd,
  };
}
