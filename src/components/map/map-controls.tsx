import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CSSProperties, ReactNode } from "react";
import { useMapRef } from "./engine.ts";
import type { MapLayer } from "./map-types.ts";
import styles from "./map.module.css";

/** Closer, farther, everything: for those who do not pinch or scroll. */
export function ZoomButtons({ onShowAll, children }: { onShowAll: () => void; children?: ReactNode }) {
  const t = useTranslations("map");
  const map = useMapRef();
  return (
    <div className={styles.zoom} data-map-control role="group" aria-label={t("view")}>
      <button
        type="button"
        aria-label={t("closer")}
        title={t("closer")}
        onClick={() => map?.zoomIn({ duration: 150 })}
      >
        <svg viewBox="0 0 16 16" aria-hidden>
          <path d="M8 3v10M3 8h10" />
        </svg>
      </button>
      <button
        type="button"
        aria-label={t("farther")}
        title={t("farther")}
        onClick={() => map?.zoomOut({ duration: 150 })}
      >
        <svg viewBox="0 0 16 16" aria-hidden>
          <path d="M3 8h10" />
        </svg>
      </button>
      <button type="button" aria-label={t("showAll")} title={t("showAll")} onClick={onShowAll}>
        <svg viewBox="0 0 16 16" aria-hidden>
          <path d="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3" />
        </svg>
      </button>
      {children}
    </div>
  );
}

/** Chooses points by drawing a line around them. */
export function LassoButton({ on, onSwitch }: { on: boolean; onSwitch: (on: boolean) => void }) {
  const t = useTranslations("map");
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={t("lasso")}
      title={t("lasso")}
      onClick={() => onSwitch(!on)}
    >
      <svg viewBox="0 0 16 16" aria-hidden>
        <path
          d="M8 2.5c3.3 0 5.5 1.6 5.5 3.8S11.3 10 8 10 2.5 8.5 2.5 6.3 4.7 2.5 8 2.5zM5 9.5c-1.5.5-1.5 2.5 0 2.5s1.5 1.5.5 2"
          strokeDasharray="2 1.5"
        />
      </svg>
    </button>
  );
}

type LayerProps = {
  layers: readonly MapLayer[];
  onLayer: ((id: string, shown: boolean) => void) | undefined;
};

export function LayerSwitches({ layers, onLayer }: LayerProps) {
  const t = useTranslations("map");
  // Folded on a phone and a tablet, where it would hide the map.
  const [open, setOpen] = useState(() => window.matchMedia("(min-width: 1024px)").matches);
  return (
    <details
      className={styles.layers}
      data-map-control
      open={open}
      onToggle={(toggle) => setOpen(toggle.currentTarget.open)}
    >
      <summary>{t("layers")}</summary>
      <fieldset aria-label={t("layers")}>
        {layers.map(({ id, label, tone, look, shown, count, hatched }) => (
          <div key={id} style={{ "--tone": `var(--${tone})` } as CSSProperties}>
            <label>
              <input
                type="checkbox"
                checked={shown}
                onChange={(change) => onLayer?.(id, change.currentTarget.checked)}
              />
              <span className={styles.swatch} data-look={look} aria-hidden />
              <span>{label}</span>
              {count !== undefined && <span className={styles.count}>{count}</span>}
            </label>
            {shown && hatched !== undefined && (
              <p>
                <span className={styles.swatch} data-look="hatched" aria-hidden />
                {hatched}
              </p>
            )}
          </div>
        ))}
      </fieldset>
    </details>
  );
}
