import type { KeyboardEvent } from "react";

export type Fold = (key: string, open: boolean) => void;

/**
 * Up and down walk through the lines, Home and End go to the ends, the arrow of reading unfolds and its opposite folds, as in a
 * tree; Enter opens, as on any link.
 */
export function moveBetweenLines(event: KeyboardEvent<HTMLElement>, fold: Fold): void {
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-lane]")];
  const active = document.activeElement as HTMLElement | null;
  const here = active ? lines.indexOf(active) : -1;
  if (here < 0 || !active) {
    // Nothing is focused after a step to other days: the first arrow enters the lines.
    if (active === event.currentTarget && event.key === "ArrowDown" && lines[0])
      done(event, () => lines[0]?.focus());
    return;
  }
  const rtl = getComputedStyle(event.currentTarget).direction === "rtl";
  const [opens, closes] = rtl ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  const { lane = "", folded } = active.dataset;
  if (event.key === opens && folded === "true") return done(event, () => fold(lane, true));
  if (event.key === closes && folded === "false") return done(event, () => fold(lane, false));
  const parent = lines.find((line) => line.dataset.lane === active.dataset.parent);
  const targets: Record<string, HTMLElement | undefined> = {
    ArrowDown: lines[here + 1],
    ArrowUp: lines[here - 1],
    [opens]: lines[here + 1],
    [closes]: parent ?? lines[here - 1],
    Home: lines[0],
    End: lines.at(-1),
  };
  const next = targets[event.key];
  if (next) done(event, () => next.focus());
}

function done(event: KeyboardEvent<HTMLElement>, act: () => void): void {
  event.preventDefault();
  act();
}
