"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Segmented } from "#components/form/segmented.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { MODES, SPEEDS, type Speed } from "../rules.ts";
import styles from "./playback.module.css";
import type { Playback } from "./use-playback.ts";

const PATHS = {
  back: "M11 3 5 8l6 5zM3.5 3v10",
  play: "M4 2.5 13 8l-9 5.5z",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
  forward: "M5 3l6 5-6 5zM12.5 3v10",
};

/** Back a day, play or pause, on a day; how fast, and whether the days add up. The day under the head is said in words. */
export function PlaybackControls({ playback }: { playback: Playback }) {
  const t = useTranslations("situation.play");
  const format = useFormatter();
  const { day, playing, mode, speed, step, toggle, setMode, setSpeed, onKey, go, waiting, want } = playback;
  const words = day === null ? t("none") : format.dateTime(new Date(day), "dayLong");
  return (
    <div
      className={styles.playback}
      role="group"
      aria-label={t("label")}
      onFocus={want}
      onPointerEnter={want}
      onKeyDown={(event) => {
        const tag = (event.target as HTMLElement).tagName;
        // Space presses the button it is on; arrows belong to the choices.
        if (tag === "INPUT" || tag === "SELECT" || (event.key === " " && tag === "BUTTON")) return;
        onKey(event);
      }}
    >
      <div className={styles.buttons}>
        <PlayButton label={t("back")} path={PATHS.back} onPress={() => step(-1)} />
        <PlayButton
          label={playing ? t("pause") : t("play")}
          path={playing ? PATHS.pause : PATHS.play}
          onPress={toggle}
          main
        />
        <PlayButton label={t("forward")} path={PATHS.forward} onPress={() => step(1)} />
        <SpeedChoice speed={speed} onChoose={setSpeed} />
        {day !== null && (
          <PlayButton label={t("allDays")} path="M3.5 3.5l9 9M12.5 3.5l-9 9" onPress={() => go(null)} />
        )}
      </div>
      <b
        className={styles.day}
        aria-live={playing ? "off" : "polite"}
        aria-busy={waiting}
        data-day={day ?? ""}
      >
        {words}
      </b>
      {day !== null && (
        <Segmented
          label={t("mode")}
          quietLabel
          choices={MODES.map((value) => ({ value, label: t(value === "sum" ? "upTo" : "alone") }))}
          value={mode}
          onChange={setMode}
        />
      )}
    </div>
  );
}

type SpeedProps = { speed: Speed; onChoose: (speed: Speed) => void };

function SpeedChoice({ speed, onChoose }: SpeedProps) {
  const t = useTranslations("situation.play");
  return (
    <label className={styles.speed}>
      <span className="only-spoken">{t("speed")}</span>
      <select
        value={speed}
        onChange={(event) => onChoose(SPEEDS.find((one) => String(one) === event.target.value) ?? 1)}
      >
        {SPEEDS.map((one) => (
          <option key={one} value={one}>
            {t("perSecond", { days: one })}
          </option>
        ))}
      </select>
    </label>
  );
}

type ButtonProps = { label: ReactNode & string; path: string; onPress: () => void; main?: boolean };

function PlayButton({ label, path, onPress, main }: ButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      data-main={main || undefined}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}
