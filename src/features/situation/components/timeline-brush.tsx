"use client";

import { useDirection } from "@mantine/core";
import { useTranslations } from "next-intl";
import { memo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useAtOnce } from "#components/form/use-at-once.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { daysBetween, type Bucket } from "#lib/period.ts";
import { barsOfSpan, endOfBucket, spanOfBars, type BrushBar, type Span } from "./prepare-brush.ts";
import styles from "./timeline-brush.module.css";
import type { Playback } from "./use-playback.ts";

type Props = {
  bars: readonly BrushBar[];
  bucket: Bucket;
  from: string | undefined;
  to: string | undefined;
  playback: Playback;
  /** Null chooses everything again. */
  onChoose: (span: Span | null) => void;
};

/** Which bars are chosen, and how the pointer draws a stretch: pressing a handle moves it, pressing elsewhere begins anew. */
function useDrawing({ bars, bucket, from, to, onChoose }: Props) {
  const track = useRef<HTMLDivElement>(null);
  const rtl = useDirection().dir === "rtl";
  const [drawn, setDrawn] = useAtOnce<readonly [number, number] | null>(null, `${from}|${to}`);
  const [drawing, setDrawing] = useState(false);
  const [a, b] = drawn ?? barsOfSpan(bars, { from, to, bucket });
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  const choose = (pair: readonly [number, number] | null) => {
    setDrawn(pair);
    onChoose(pair && spanOfBars(bars, pair, bucket));
  };
  const barAt = ({ clientX }: { clientX: number }) => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return 0;
    const share = (clientX - box.left) / box.width;
    const place = Math.floor((rtl ? 1 - share : share) * bars.length);
    return Math.max(0, Math.min(bars.length - 1, place));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const handle = event.target instanceof HTMLElement ? event.target.dataset.handle : undefined;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawing(true);
    if (handle === undefined) setDrawn([barAt(event), barAt(event)]);
    else setDrawn(handle === "first" ? [high, low] : [low, high]);
  };
  const onPointerUp = () => {
    setDrawing(false);
    if (drawing && drawn) choose(drawn);
  };
  const pointer = {
    ref: track,
    onPointerDown,
    onPointerMove: (event: PointerEvent) => drawing && drawn && setDrawn([drawn[0], barAt(event)]),
    onPointerUp,
    onPointerCancel: () => {
      setDrawing(false);
      setDrawn(null);
    },
  };
  return { low, high, choose, pointer, all: from === undefined && to === undefined && !drawn };
}

/** Days under the map; a stretch of them, drawn with the pointer or moved with the arrow keys, is what the map shows. */
export function TimelineBrush(props: Props) {
  const { bars, bucket } = props;
  const t = useTranslations("situation.brush");
  const { low, high, choose, pointer, all } = useDrawing(props);
  const share = (count: number) => `${(count / bars.length) * 100}%`;
  return (
    <div className={styles.brush} role="group" aria-label={t("label")}>
      <div className={styles.track} {...pointer}>
        <Bars bars={bars} low={low} high={high} />
        <span
          className={styles.stretch}
          data-all={all || undefined}
          style={{ insetInlineStart: share(low), inlineSize: share(high - low + 1) }}
        />
        <Handle
          end="first"
          bars={bars}
          index={low}
          range={[0, high]}
          onMove={(index) => choose([index, high])}
          onRelease={() => choose(null)}
        />
        <Handle
          end="last"
          bars={bars}
          index={high}
          range={[low, bars.length - 1]}
          onMove={(index) => choose([low, index])}
          onRelease={() => choose(null)}
        />
        <Head bars={bars} bucket={bucket} playback={props.playback} />
      </div>
      <Ticks bars={bars} bucket={bucket} />
    </div>
  );
}

type BarsProps = { bars: readonly BrushBar[]; low: number; high: number };

const Bars = memo(function Bars({ bars, low, high }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ validated, preliminary }) => validated + preliminary));
  return (
    <div className={styles.bars} aria-hidden="true">
      {bars.map(({ date, validated, preliminary, matches, matchesPreliminary, reported }, index) => (
        <span key={date} className={styles.bar} data-out={index < low || index > high || undefined}>
          <i
            className={`${styles.preliminary} hatch`}
            style={{ blockSize: `${(preliminary / most) * 100}%` }}
          />
          <i className={styles.validated} style={{ blockSize: `${(validated / most) * 100}%` }} />
          {!reported && <i className={styles.gap} />}
          <i
            className={`${styles.match} ${matches === 0 && matchesPreliminary > 0 ? "hatch" : ""}`}
            data-some={matches + matchesPreliminary > 0 || undefined}
            data-preliminary={(matches === 0 && matchesPreliminary > 0) || undefined}
          />
        </span>
      ))}
    </div>
  );
});

type HandleProps = {
  end: "first" | "last";
  bars: readonly BrushBar[];
  index: number;
  range: readonly [number, number];
  onMove: (index: number) => void;
  onRelease: () => void;
};

/** One end of the stretch as a slider: arrows by one, page keys by seven, Home and End to the limits, Escape lets go. */
function Handle({ end, bars, index, range: [least, most], onMove, onRelease }: HandleProps) {
  const t = useTranslations("situation.brush");
  const format = useFormatter();
  const rtl = useDirection().dir === "rtl";
  const step = (event: KeyboardEvent) => {
    const ahead = rtl ? -1 : 1;
    const moves: Record<string, number> = {
      ArrowRight: index + ahead,
      ArrowLeft: index - ahead,
      ArrowUp: index + 1,
      ArrowDown: index - 1,
      PageUp: index + 7,
      PageDown: index - 7,
      Home: least,
      End: most,
    };
    if (event.key === "Escape") return onRelease();
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onMove(Math.max(least, Math.min(most, to)));
  };
  const date = bars[index]?.date;
  return (
    <span
      className={styles.handle}
      role="slider"
      tabIndex={0}
      data-handle={end}
      aria-label={t(end)}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={index}
      aria-valuetext={date && format.dateTime(new Date(date), "dayLong")}
      style={{ insetInlineStart: `${((index + (end === "last" ? 1 : 0)) / bars.length) * 100}%` }}
      onKeyDown={step}
    />
  );
}

/** The day under the head as a slider, once there is one: arrows step, Space plays, plus and minus change the speed. */
function Head({ bars, bucket, playback }: { bars: readonly BrushBar[]; bucket: Bucket; playback: Playback }) {
  const t = useTranslations("situation.play");
  const format = useFormatter();
  const { day, period, playing, onKey } = playback;
  if (day === null) return null;
  const index = bars.findIndex(({ date }) => endOfBucket(date, bucket) >= day);
  const place = index === -1 ? bars.length - 1 : index;
  return (
    <span
      className={styles.head}
      role="slider"
      tabIndex={0}
      aria-label={t("head")}
      aria-valuemin={0}
      aria-valuemax={period ? daysBetween(period.from, period.to) : 0}
      aria-valuenow={period ? daysBetween(period.from, day) : 0}
      aria-valuetext={format.dateTime(new Date(day), "dayLong")}
      data-playing={playing || undefined}
      style={{ insetInlineStart: `${((place + 0.5) / bars.length) * 100}%` }}
      onKeyDown={onKey}
      onPointerDown={(event) => event.stopPropagation()}
    />
  );
}

const MOST_TICKS = 6;

type TicksProps = { bars: readonly BrushBar[]; bucket: Bucket };

const Ticks = memo(function Ticks({ bars, bucket }: TicksProps) {
  const format = useFormatter();
  const every = Math.max(1, Math.ceil(bars.length / MOST_TICKS));
  const share = (count: number) => `${(count / bars.length) * 100}%`;
  // The last one ends with its bar: what begins there would run out of the window.
  const placeOf = (index: number) =>
    every > 1 && index + every >= bars.length
      ? { insetInlineEnd: share(bars.length - index - 1) }
      : { insetInlineStart: share(index) };
  return (
    <div className={styles.ticks} aria-hidden="true">
      {bars.map(({ date }, index) =>
        index % every === 0 ? (
          <span key={date} style={placeOf(index)}>
            {format.dateTime(new Date(date), bucket === "month" ? "monthShort" : "dayMonth")}
          </span>
        ) : null,
      )}
    </div>
  );
});
