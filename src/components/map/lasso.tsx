import { useTranslations } from "next-intl";
import { useState, type PointerEvent } from "react";
import { useMapRef } from "./engine.ts";
import type { MapPoint } from "./map-types.ts";
import styles from "./map.module.css";
import { isInside, type Spot } from "./prepare-lasso.ts";

type Props = { points: readonly MapPoint[]; onLasso: (ids: string[]) => void; onDone: () => void };

const APART = 4;

/** A line drawn around points with mouse or finger chooses them. From the keyboard the table's boxes do the same. */
export function Lasso({ points, onLasso, onDone }: Props) {
  const t = useTranslations("map");
  const map = useMapRef();
  const [line, setLine] = useState<Spot[]>([]);
  const spotOf = (event: PointerEvent<SVGSVGElement>): Spot => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    if (line.length === 0) return;
    const spot = spotOf(event);
    const last = line.at(-1);
    if (last && Math.hypot(spot[0] - last[0], spot[1] - last[1]) >= APART) setLine([...line, spot]);
  };
  const choose = () => {
    const held = points.filter(({ lon, lat }) => {
      const at = map?.project([lon, lat]);
      return at !== undefined && isInside([at.x, at.y], line);
    });
    setLine([]);
    if (held.length > 0) onLasso(held.map(({ id }) => id));
    onDone();
  };
  return (
    <svg
      className={styles.lasso}
      role="img"
      aria-label={t("lassoHow")}
      data-lasso
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setLine([spotOf(event)]);
      }}
      onPointerMove={draw}
      onPointerUp={choose}
      onPointerCancel={() => setLine([])}
    >
      <polygon points={line.map((spot) => spot.join(",")).join(" ")} />
    </svg>
  );
}
