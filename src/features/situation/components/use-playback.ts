import { useDirection } from "@mantine/core";
import { useEffect, useRef, useState, type KeyboardEvent as ReactKeyboardEvent } from "react";
import { useAtOnce } from "#components/form/use-at-once.ts";
import type { LocalDate } from "#lib/period.ts";
import { SPEEDS, type PlayMode, type Speed } from "../rules.ts";
import type { SituationSearch } from "../schema.ts";
import { heldIn, holds, steppedFrom } from "./prepare-play.ts";
import { useDays } from "./use-days.ts";
import type { ChangeAddress } from "./use-situation-address.ts";

type Asked = Pick<SituationSearch, "filter" | "day" | "mode" | "speed">;
type Key = Pick<KeyboardEvent | ReactKeyboardEvent, "key" | "preventDefault">;
const WRITE_EVERY_MS = 1000;

/**
 * The head that runs over the days. While it runs the day lives here and the address is written once a second; at every stop
 * and step at once, so that a link shows what is seen. It waits for days that are not there yet.
 */
export function usePlayback(asked: Asked, change: ChangeAddress) {
  const [playing, setPlaying] = useState(false);
  const [running, setRunning] = useState<LocalDate | null>(null);
  const [chosen, choose] = useAtOnce(asked.day, asked.day ?? "");
  const under = playing ? (running ?? chosen) : chosen;
  const { period, stretch, absent, want } = useDays({ filter: asked.filter, day: under, mode: asked.mode });
  const held = under && (period ? heldIn(under, period) : under);
  const day = playing ? (held ?? period?.from ?? null) : held;
  const waiting = day !== null && !(stretch && holds(stretch, day));
  // Keys come faster than the address follows: a step is counted from the last one.
  const latest = useRef(day);
  useEffect(() => {
    latest.current = day;
  }, [day]);
  const go = (to: LocalDate | null) => {
    latest.current = to;
    setPlaying(false);
    setRunning(null);
    choose(to);
    change({ day: to });
  };
  const step = (by: number) => period && go(steppedFrom(latest.current, by, period));
  const pause = () => go(latest.current);
  const play = () => {
    // Who speaks to the page presses without having come near.
    want();
    // From the last day on it begins again.
    setRunning(period && (day === null || day >= period.to) ? period.from : day);
    setPlaying(true);
  };
  useTicking({ playing: playing && !waiting, speed: asked.speed, day, last: period?.to ?? null }, (next) => {
    setRunning(next);
    if (period && next >= period.to) go(period.to);
  });
  useWritten(playing ? day : null, change);
  const { setSpeed, faster } = useSpeed(asked.speed, change);
  const toggle = () => (playing ? pause() : play());
  const onKey = usePlayKeys({ toggle, step, go, faster, period });
  return {
    day,
    playing,
    period,
    /** The days around the head; none of them while they are under way. */
    stretch: waiting ? null : stretch,
    waiting,
    absent,
    want,
    mode: asked.mode,
    speed: asked.speed,
    go,
    step,
    toggle,
    setMode: (mode: PlayMode) => change({ mode: mode === "sum" ? null : mode }),
    setSpeed,
    onKey,
  };
}
export type Playback = ReturnType<typeof usePlayback>;

/** Days in a second; quick keys go on from the last choice. */
function useSpeed(asked: Speed, change: ChangeAddress) {
  const pace = useRef(asked);
  useEffect(() => {
    pace.current = asked;
  }, [asked]);
  const setSpeed = (speed: Speed) => {
    pace.current = speed;
    change({ speed: speed === 1 ? null : speed });
  };
  const faster = (by: number) => {
    const next = SPEEDS[SPEEDS.indexOf(pace.current) + by];
    if (next) setSpeed(next);
  };
  return { setSpeed, faster };
}

type Ticking = { playing: boolean; speed: Speed; day: LocalDate | null; last: LocalDate | null };

/** A day on at each beat. Nobody's wish for less motion is crossed: a day appears, nothing moves towards it. */
function useTicking({ playing, speed, day, last }: Ticking, onDay: (day: LocalDate) => void): void {
  const held = useRef({ day, last, onDay });
  useEffect(() => {
    held.current = { day, last, onDay };
  });
  useEffect(() => {
    if (!playing) return;
    const beat = setInterval(() => {
      const now = held.current;
      if (now.day && now.last) now.onDay(steppedFrom(now.day, 1, { from: now.day, to: now.last }));
    }, 1000 / speed);
    return () => clearInterval(beat);
  }, [playing, speed]);
}

function useWritten(day: LocalDate | null, change: ChangeAddress): void {
  const last = useRef(0);
  useEffect(() => {
    if (day === null || Date.now() - last.current < WRITE_EVERY_MS) return;
    last.current = Date.now();
    change({ day });
  }, [day, change]);
}

type Acts = {
  toggle: () => void;
  step: (by: number) => unknown;
  go: (to: LocalDate | null) => void;
  faster: (by: number) => void;
  period: { from: LocalDate; to: LocalDate } | null;
};

/** Space plays, arrows step (mirrored where days run from right to left), Home and End go to the ends, plus and minus change the speed. */
function usePlayKeys({ toggle, step, go, faster, period }: Acts): (event: Key) => void {
  const ahead = useDirection().dir === "rtl" ? -1 : 1;
  const keys: Record<string, () => unknown> = {
    " ": toggle,
    ArrowRight: () => step(ahead),
    ArrowLeft: () => step(-ahead),
    ArrowUp: () => step(1),
    ArrowDown: () => step(-1),
    PageUp: () => step(7),
    PageDown: () => step(-7),
    Home: () => period && go(period.from),
    End: () => period && go(period.to),
    Escape: () => go(null),
    "+": () => faster(1),
    "-": () => faster(-1),
  };
  return (event) => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
