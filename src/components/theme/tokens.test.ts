import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
const block = (start: string) => css.slice(css.indexOf(start), css.indexOf("}", css.indexOf(start)));
const tokens = (start: string) =>
  Object.fromEntries(
    [...block(start).matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );

const light = tokens(":root {");
const schemes = { light, dark: { ...light, ...tokens(':root[data-mantine-color-scheme="dark"] {') } };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const TEXT: [string, string[]][] = [
  ["ink", ["ground", "surface", "accent-soft"]],
  ["ink-2", ["ground", "surface", "accent-soft", "prelim-soft"]],
  ["ink-3", ["ground", "surface", "accent-soft"]],
  ["accent", ["ground", "surface", "accent-soft"]],
  ["on-accent", ["accent"]],
  ["wait", ["wait-soft", "surface", "ground"]],
  ["valid", ["valid-soft", "surface", "ground"]],
  ["late", ["late-soft", "surface", "ground"]],
  ["confirmed", ["surface"]],
];
const SHAPES = [
  "checks",
  "matches",
  "confirmed",
  "arrests",
  "victims",
  "training",
  "access",
  "field-line",
  "accent",
];

describe.each(Object.entries(schemes))("%s colours", (_, scheme) => {
  const colour = (name: string) => {
    const value = scheme[name];
    if (!value) throw new Error(`no token --${name}`);
    return value;
  };

  it.each(TEXT)("--%s is readable on its grounds (4.5 : 1)", (ink, grounds) => {
    for (const ground of grounds)
      expect(contrast(colour(ink), colour(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)("--%s is visible on a card (3 : 1)", (shape) => {
    expect(contrast(colour(shape), colour("surface"))).toBeGreaterThanOrEqual(3);
  });
});
