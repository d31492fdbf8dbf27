import type { MapRef } from "react-map-gl/maplibre";
import type { MapBadge, MapLook, MapTone } from "./map-types.ts";
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
  if (point.halo) {
    const disc = { x, y, radius: haloRadius(point.halo.size) };
    if (halo) fillDisc({ ink, colour }, { ...disc, tone: point.halo.tone });
    if (point.halo.hatched) hatchDisc({ ink, colour }, disc);
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

type Brush = Pick<Pen, "ink" | "colour">;
type Disc = { x: number; y: number; radius: number };

function fillDisc({ ink, colour }: Brush, { x, y, radius, tone }: Disc & { tone: MapTone }): void {
  circle(ink, [x, y], radius);
  ink.fillStyle = ink.strokeStyle = colour(tone);
  ink.lineWidth = 1;
  ink.globalAlpha = 0.28;
  ink.fill();
  ink.globalAlpha = 0.55;
  ink.stroke();
  ink.globalAlpha = 1;
}

/** The pattern that the page lays over a disc of which nothing is validated. */
function hatchDisc({ ink, colour }: Brush, { x, y, radius }: Disc): void {
  ink.save();
  circle(ink, [x, y], radius);
  ink.clip();
  ink.strokeStyle = colour("hatch");
  ink.lineWidth = 2;
  ink.beginPath();
  for (let along = -2 * radius; along <= 2 * radius; along += 4 * Math.SQRT2) {
    ink.moveTo(x - radius, y + along + radius);
    ink.lineTo(x + radius, y + along - radius);
  }
  ink.stroke();
  ink.restore();
}

type Sample = { tone: MapTone; look: MapLook; x: number; y: number };

/** A layer in the legend, as its marks look on the map. */
export function drawSample({ ink, colour }: Brush, { tone, look, x, y }: Sample): void {
  if (look === "disc" || look === "hatched") {
    fillDisc({ ink, colour }, { x, y, radius: 5, tone });
    if (look === "hatched") hatchDisc({ ink, colour }, { x, y, radius: 5 });
    return;
  }
  ink.save();
  ink.translate(x, y);
  ink.fillStyle = ink.strokeStyle = colour(tone);
  ink.lineWidth = 2;
  ink.beginPath();
  if (look === "diamond" || look === "open") ink.rotate(Math.PI / 4);
  if (look === "area") ink.globalAlpha = 0.45;
  if (look === "dot" || look === "ring") ink.arc(0, 0, 4.5, 0, Math.PI * 2);
  else if (look === "line") ink.rect(-5, -0.5, 10, 1);
  else ink.rect(-4, -4, 8, 8);
  if (look === "ring" || look === "open") ink.stroke();
  else ink.fill();
  ink.restore();
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
