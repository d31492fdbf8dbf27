/** One line of the score card: what was tried, what came of it, and whether that is what was promised. */
export type Row = { promise: string; said: string; kept: boolean };

export function lineOf({ promise, said, kept }: Row): string {
  return `${kept ? "kept  " : "BROKEN"}  ${promise.padEnd(16)}${said}`;
}
