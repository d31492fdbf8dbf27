/* 16-pixel line icons, drawn for Muster. `flip` mirrors those whose direction has meaning. */
const PATHS = {
  today: "M2 8l6-5 6 5v6H2z",
  operations: "M2 4h12M2 8h8M2 12h10",
  situation: "M1 4l4-2 6 2 4-2v10l-4 2-6-2-4 2zM5 2v10M11 4v10",
  log: "M8 3v10M3 8h10",
  matches: "M7 3a4 4 0 100 8 4 4 0 000-8zM10 10l4 4",
  returns: "M3 2h10v12H3zM5.5 8l2 2 3.5-4",
  results: "M2 3h12M2 8h6M2 13h6M10 10.500l2 2 3-4",
  summary: "M2 14V8M6 14V4M10 14V9M14 14V2",
  people:
    "M6 7a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM1 14c0-3 2-5 5-5s5 2 5 5M11 2.5a2.5 2.5 0 010 4.5M12.5 9.5c1.6.6 2.5 2.3 2.5 4.5",
  settings:
    "M8 5.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM8 1v2.5M8 12.5V15M1 8h2.5M12.5 8H15M3 3l1.8 1.8M11.2 11.2L13 13M13 3l-1.8 1.8M4.8 11.2L3 13",
  audit:
    "M6.500 5.500l3 3M5 10l-1.500 1.500a2.500 2.500 0 01-3-3.500L3 5.500a2.500 2.500 0 013.500 0M11 6l1.500-1.500a2.500 2.500 0 013 3.500L13 10.500a2.500 2.500 0 01-3.500 0",
  about: "M8 1.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM8 7.2V11M8 4.8v.4",
  points: "M8 14s5-4 5-8a5 5 0 10-10 0c0 4 5 8 5 8z",
  training: "M1 6l7-3 7 3-7 3zM4 8v4c2 2 6 2 8 0V8",
  star: "M8 1.800l1.900 4 4.300.6-3.100 3 .7 4.300L8 11.700l-3.800 2 .7-4.300-3.100-3 4.300-.6z",
  more: "M3 8h.01M8 8h.01M13 8h.01",
  menu: "M2 4h12M2 8h12M2 12h12",
  sun: "M8 5a3 3 0 100 6 3 3 0 000-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1",
  moon: "M13.5 9.5A5.8 5.8 0 016.5 2.5a5.8 5.8 0 107 7z",
  language:
    "M8 1.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM1.5 8h13M8 1.5c2 2 2.6 4.2 2.6 6.500S10 12.5 8 14.500C6 12.5 5.4 10.3 5.4 8S6 3.5 8 1.500z",
  account: "M8 8a3 3 0 100-6 3 3 0 000 6zM2 14.500c0-3.3 2.6-5 6-5s6 1.7 6 5",
  down: "M4 6l4 4 4-4",
  forward: "M6 3l5 5-5 5",
  backward: "M10 3L5 8l5 5",
  up: "M4 10l4-4 4 4",
  check: "M3 8.500l3.2 3.200L13 4.8",
  clock: "M8 1.500a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM8 4.500V8l2.5 1.8",
  alert: "M8 1.800L15 14H1zM8 6.200v3.600M8 11.800v.2",
  close: "M3.5 3.500l9 9M12.5 3.500l-9 9",
  eye: "M1 8s2.5-4.5 7-4.500S15 8 15 8s-2.5 4.5-7 4.500S1 8 1 8zM8 6.200a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.600z",
  filter: "M1.5 3h13l-5 6v4.500l-3-1.500V9z",
  signOut: "M6 2H2.500v12H6M6 8h8M11 5l3 3-3 3",
  rail: "M2 2.500h12v11H2zM6 2.500v11",
} as const;

export type IconName = keyof typeof PATHS;

const DIRECTED: readonly IconName[] = ["forward", "backward", "signOut", "rail", "operations"];

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 2.4 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      data-directed={DIRECTED.includes(name) || undefined}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
