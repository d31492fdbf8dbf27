import type { MapRef } from "react-map-gl/maplibre";
import type { MapBadge } from "./map-types.ts";
import type { ShownPoint } from "./prepare-clusters.ts";
import { haloRadius } from "./prepare-view.ts";

export type Pen = {
  ink: CanvasRenderingContext2D;
  width: number;
  rtl: boolean;
  colour: (token: string) => string;
};
export type Write = (size: number, weight?: number) => void;

export function circle(
  ink: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  radius: number,
): void {
  ink.beginPath();
  ink.arc(x, y, radius, 0, Math.PI * 2);
}

type Marking = { point: ShownPoint; map: MapRef; halo: boolean; write: Write };

/** A point as the page shows it: halo, ring, dot, counts of people. */
export function drawMark({ ink, colour }: Pen, { point, map, halo, write }: Marking): void {
  const { x, y } = map.project([point.lon, point.lat]);
  if (point.halo && (halo || point.halo.hatched)) {
    circle(ink, [x, y], haloRadius(point.halo.size));
    ink.fillStyle = ink.strokeStyle = colour(point.halo.tone);
    ink.lineWidth = 1;
    ink.globalAlpha = 0.22;
    ink.fill();
    ink.globalAlpha = 0.7;
    if (point.halo.hatched) ink.setLineDash([3, 3]);
    ink.stroke();
    ink.setLineDash([]);
    ink.globalAlpha = 1;
  }
  const many = point.members?.length;
  const radius = many === undefined ? 4.5 : 11;
  if (point.ring) {
    circle(ink, [x, y], radius + 3);
    ink.strokeStyle = colour(point.ring);
    ink.lineWidth = 2.5;
    ink.stroke();
  }
  circle(ink, [x, y], radius);
  fillMark(ink, colour(point.tone), point.hatched);
  if (many !== undefined) {
    write(12, 600);
    ink.textAlign = "center";
    ink.fillStyle = colour("on-accent");
    ink.fillText(String(many), x, y + 4);
    ink.textAlign = "start";
  }
  drawBadges({ ink, colour }, { badges: point.badges ?? [], x, y, write });
}

/** What is hatched on the page is pale with an edge: no picture makes it look certain. */
function fillMark(ink: CanvasRenderingContext2D, colour: string, hatched = false): void {
  ink.fillStyle = ink.strokeStyle = colour;
  ink.lineWidth = 1.5;
  ink.globalAlpha = hatched ? 0.3 : 1;
  ink.fill();
  ink.globalAlpha = 1;
  if (hatched) ink.stroke();
}

type Badging = { badges: readonly MapBadge[]; x: number; y: number; write: Write };

function drawBadges({ ink, colour }: Pick<Pen, "ink" | "colour">, { badges, x, y, write }: Badging): void {
  write(12, 600);
  ink.textAlign = "left";
  let left = x - badges.length * 12;
  for (const { tone, shape, count, hatched } of badges) {
    ink.save();
    ink.translate(left + 5, y + 20);
    if (shape !== "square") ink.rotate(Math.PI / 4);
    ink.beginPath();
    ink.rect(-4, -4, 8, 8);
    if (shape === "open") {
      ink.strokeStyle = colour(tone);
      ink.lineWidth = 2;
      ink.stroke();
    } else fillMark(ink, colour(tone), hatched);
    ink.restore();
    ink.fillStyle = colour("ink");
    ink.fillText(String(count), left + 13, y + 24);
    left += 28;
  }
  ink.textAlign = "start";
}
