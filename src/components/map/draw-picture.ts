import type { MapRef } from "react-map-gl/maplibre";
import { drawMark, drawSample, type Pen, type Write } from "./draw-mark.ts";
import type { MapLayer, MapLook, MapPicture, MapTone } from "./map-types.ts";
import type { ShownPoint } from "./prepare-clusters.ts";

export type PictureParts = {
  map: MapRef;
  picture: MapPicture;
  shown: readonly ShownPoint[];
  layers: readonly MapLayer[];
  disclaimer: string;
  /** Halos are already on the map's own canvas. */
  discs: boolean;
};

const PAD = 20;
const LINE = 20;

/** The map as an image that explains itself: head, map with its marks, legend, disclaimer; in the direction of the page. */
export function drawPicture(parts: PictureParts): HTMLCanvasElement {
  const { map, picture, disclaimer } = parts;
  const gl = map.getCanvas();
  const [width, height] = [gl.clientWidth, gl.clientHeight];
  const scale = Math.max(2, window.devicePixelRatio);
  const canvas = document.createElement("canvas");
  const ink = canvas.getContext("2d");
  if (!ink) return canvas;
  const section = gl.closest("section") ?? document.body;
  const style = getComputedStyle(section);
  const rtl = style.direction === "rtl";
  const pen: Pen = { ink, width, rtl, colour: (token) => style.getPropertyValue(`--${token}`).trim() };
  const family = style.fontFamily;
  const write = (size: number, weight = 400) => {
    ink.font = `${weight} ${size}px ${family}`;
  };
  write(13);
  const lines = picture.lines.flatMap((line) => wrapped(ink, line, width - 2 * PAD));
  write(12);
  const legend = legendRows(pen, parts.layers);
  const foot = wrapped(ink, disclaimer, width - 2 * PAD);
  const head = PAD + 30 + lines.length * LINE + 10;
  const total = head + height + legend.length * LINE + foot.length * 16 + 28;
  canvas.width = width * scale;
  canvas.height = total * scale;
  ink.scale(scale, scale);
  ink.direction = rtl ? "rtl" : "ltr";
  ink.textAlign = "start";
  ink.fillStyle = pen.colour("surface");
  ink.fillRect(0, 0, width, total);
  drawHead(pen, { picture, lines, write });
  ink.save();
  ink.translate(0, head);
  ink.drawImage(gl, 0, 0, width, height);
  for (const point of parts.shown) drawMark(pen, { point, map, halo: !parts.discs, write });
  drawLabels(pen, section, write);
  if (picture.stamp) drawStampAcross(pen, picture.stamp, { height, write });
  ink.restore();
  drawFoot(pen, { legend, foot, top: head + height + 18, write });
  return canvas;
}

const startOf = ({ width, rtl }: Pen, from = PAD) => (rtl ? width - from : from);

function wrapped(ink: CanvasRenderingContext2D, text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && ink.measureText(longer).width > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function drawHead(
  pen: Pen,
  { picture, lines, write }: { picture: MapPicture; lines: string[]; write: Write },
): void {
  const { ink, width, rtl, colour } = pen;
  write(20, 600);
  ink.fillStyle = colour("ink");
  ink.fillText(picture.title, startOf(pen), PAD + 18);
  write(13, 600);
  let end = PAD;
  for (const [text, token] of [
    [picture.stamp, "arrests"],
    [picture.mark, "ink"],
  ] as const) {
    if (!text) continue;
    const room = ink.measureText(text).width + 16;
    const left = rtl ? end : width - end - room;
    ink.strokeStyle = colour(token);
    ink.fillStyle = colour(token);
    ink.lineWidth = 1.5;
    ink.strokeRect(left, PAD - 2, room, 24);
    ink.fillText(text, rtl ? left + room - 8 : left + 8, PAD + 15);
    end += room + 10;
  }
  write(13);
  ink.fillStyle = colour("ink-2");
  for (const [index, line] of lines.entries()) ink.fillText(line, startOf(pen), PAD + 42 + index * LINE);
}

/** The labels as they stand on the page, where they were thinned already. */
function drawLabels({ ink, colour }: Pen, section: Element, write: Write): void {
  const frame = section.getBoundingClientRect();
  write(12);
  ink.textAlign = "left";
  ink.lineWidth = 3;
  ink.strokeStyle = colour("surface");
  ink.fillStyle = colour("ink-2");
  for (const label of section.querySelectorAll<HTMLElement>("[data-point-label]")) {
    if (label.hasAttribute("data-quiet")) continue;
    const box = label.getBoundingClientRect();
    const [left, base] = [box.left - frame.left, box.bottom - frame.top - 4];
    ink.strokeText(label.textContent, left, base);
    ink.fillText(label.textContent, left, base);
  }
  ink.textAlign = "start";
}

/** Once more over the map itself: an image is cut before it is passed on. */
function drawStampAcross(
  { ink, width, colour }: Pen,
  stamp: string,
  { height, write }: { height: number; write: Write },
): void {
  ink.save();
  ink.translate(width / 2, height / 2);
  ink.rotate(-Math.PI / 9);
  write(Math.min(96, width / 8), 700);
  ink.textAlign = "center";
  ink.globalAlpha = 0.12;
  ink.fillStyle = colour("arrests");
  ink.fillText(stamp, 0, 0);
  ink.restore();
}

type Entry = { tone: MapTone; look: MapLook; text: string; width: number };

function legendRows({ ink, width }: Pen, layers: readonly MapLayer[]): Entry[][] {
  const rows: Entry[][] = [[]];
  let used = PAD;
  const shown = layers.filter((layer) => layer.shown);
  const said = shown.flatMap(({ tone, look, label, count, hatched }) => [
    { tone, look, text: count === undefined ? label : `${label}: ${count}` },
    ...(hatched === undefined ? [] : [{ tone, look: "hatched" as const, text: hatched }]),
  ]);
  for (const one of said) {
    const entry = { ...one, width: ink.measureText(one.text).width + 34 };
    if (used + entry.width > width - PAD) {
      rows.push([]);
      used = PAD;
    }
    rows.at(-1)?.push(entry);
    used += entry.width;
  }
  return rows;
}

type Foot = { legend: Entry[][]; foot: string[]; top: number; write: Write };

function drawFoot(pen: Pen, { legend, foot, top, write }: Foot): void {
  const { ink, colour, rtl } = pen;
  write(12);
  for (const [index, row] of legend.entries()) {
    let used = PAD;
    for (const { tone, look, text, width } of row) {
      const start = startOf(pen, used);
      drawSample(pen, { tone, look, x: start + (rtl ? -5 : 5), y: top + index * LINE - 4 });
      ink.fillStyle = colour("ink");
      ink.fillText(text, start + (rtl ? -16 : 16), top + index * LINE);
      used += width;
    }
  }
  ink.fillStyle = colour("ink-2");
  const below = top + legend.length * LINE;
  for (const [index, line] of foot.entries()) ink.fillText(line, startOf(pen), below + index * 16);
}
