import type { CSSProperties } from "react";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { MapBadge, MapPoint } from "./map-types.ts";
import styles from "./map.module.css";
import type { ShownPoint } from "./prepare-clusters.ts";
import { haloRadius } from "./prepare-view.ts";

type Props = {
  point: MapPoint;
  selected: boolean;
  onSelect: ((id: string | null) => void) | undefined;
};

/** Colours and radius of a point, as its marks take them. */
function lookOf({ tone, halo, ring }: MapPoint): CSSProperties {
  return {
    "--tone": `var(--${tone})`,
    "--halo-tone": halo && `var(--${halo.tone})`,
    "--halo": halo && `${haloRadius(halo.size)}px`,
    "--ring-tone": ring && `var(--${ring})`,
  } as CSSProperties;
}

/** The disc behind a point; all of them lie under all dots and labels. Over a disc of the map itself only the hatching is drawn. */
export function PointHalo({ point, over }: { point: MapPoint; over: boolean }) {
  return (
    <span
      className={styles.halo}
      style={lookOf(point)}
      data-hatched={point.halo?.hatched || undefined}
      data-over={over || undefined}
    />
  );
}

/** One point: ring, dot and label; a button when there is something to choose. */
export function PointMark({ point, selected, onSelect }: Props) {
  const { id, label, description = label, ring, hatched, badges } = point;
  const look = {
    className: styles.mark,
    style: lookOf(point),
    "aria-label": description,
    title: description,
  };
  const body = (
    <>
      {ring && <span className={styles.ring} />}
      <span className={styles.dot} data-point-dot data-hatched={hatched || undefined} />
      <span className={styles.label} data-point-label={id} dir="auto" aria-hidden>
        {label}
      </span>
      {badges && <Badges badges={badges} />}
    </>
  );
  if (!onSelect)
    return (
      <span role="img" {...look}>
        {body}
      </span>
    );
  return (
    <button
      type="button"
      {...look}
      data-pin
      aria-pressed={selected}
      onClick={() => onSelect(selected ? null : id)}
      onKeyDown={(key) => {
        if (key.key === "Escape") onSelect(null);
      }}
    >
      {body}
    </button>
  );
}

type ClusterProps = { point: ShownPoint; description: string; onOpen: () => void };

/** Several points in one place at this zoom; opening it brings the map closer, until each stands for itself. */
export function ClusterMark({ point, description, onOpen }: ClusterProps) {
  const format = useFormatter();
  const { ring, badges, members = [] } = point;
  return (
    <button
      type="button"
      className={styles.mark}
      style={lookOf(point)}
      aria-label={description}
      title={description}
      data-pin
      data-cluster={members.length}
      onClick={onOpen}
    >
      {ring && <span className={styles.ring} data-wide />}
      <span className={styles.many} data-point-dot>
        {format.number(members.length, "count")}
      </span>
      {badges && <Badges badges={badges} />}
    </button>
  );
}

/** Counts beside a place; what they count is said with the place. */
export function Badges({ badges }: { badges: readonly MapBadge[] }) {
  const format = useFormatter();
  return (
    <span className={styles.badges} aria-hidden>
      {badges.map(({ tone, shape, count, hatched }) => (
        <span
          key={`${tone}|${shape}`}
          className={styles.badge}
          style={{ "--tone": `var(--${tone})` } as CSSProperties}
          data-shape={shape}
        >
          <i className={hatched ? "hatch" : undefined} />
          {format.number(count, "count")}
        </span>
      ))}
    </span>
  );
}
