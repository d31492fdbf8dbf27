import type { IconName } from "./icons.tsx";

export type NavKey =
  | "today"
  | "operations"
  | "situation"
  | "log"
  | "matches"
  | "returns"
  | "results"
  | "points"
  | "training"
  | "summary"
  | "people"
  | "settings"
  | "audit"
  | "about";

export type NavItem = {
  key: NavKey;
  href: string;
  icon: IconName;
  /** Shown to those who have one of these permissions; to everyone when left out. */
  needs?: readonly string[];
  /** How many things wait there. */
  waiting?: number;
};

/** The item whose address begins the path; Today only on its own address. */
export function currentItem(items: readonly NavItem[], path: string): NavItem | undefined {
  const root = (href: string) => `/${href.split(/[/?]/)[1] ?? ""}`;
  // What other countries ask stands beside one's own matches.
  const at = path.replace("/confirmations", "/matches");
  return items.find((item) =>
    item.href === "/" ? at === "/" : at === root(item.href) || at.startsWith(`${root(item.href)}/`),
  );
}
