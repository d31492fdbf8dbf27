export type Spot = readonly [x: number, y: number];

/** Whether a spot lies within a line that closes on itself; by how often a ray from it crosses the line. */
export function isInside([x, y]: Spot, line: readonly Spot[]): boolean {
  let inside = false;
  for (const [index, [x1, y1]] of line.entries()) {
    const [x2, y2] = line[(index + 1) % line.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
