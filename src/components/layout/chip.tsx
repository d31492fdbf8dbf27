import type { ReactNode } from "react";
import styles from "./chip.module.css";
import { Icon } from "./icons.tsx";
import type { IconName } from "./icons.tsx";

export type ChipTone = "plain" | "wait" | "valid" | "late" | "prelim" | "tlp" | "accent";

const SHAPES: Partial<Record<ChipTone, IconName>> = { wait: "clock", valid: "check", late: "alert" };

type Props = { tone?: ChipTone; children: ReactNode; title?: string; strong?: boolean; long?: boolean };

/** A word in a pill; `long` for a sentence, which may take more than one line. Its tone is repeated by a shape, so that colour is never alone. */
export function Chip({ tone = "plain", children, title, strong, long }: Props) {
  const shape = SHAPES[tone];
  return (
    <span
      className={styles.chip}
      data-tone={tone}
      data-strong={strong || undefined}
      data-long={long || undefined}
      title={title}
    >
      {shape && <Icon name={shape} size={12} />}
      {tone === "prelim" && <i className={`${styles.swatch} hatch`} aria-hidden="true" />}
      {children}
    </span>
  );
}
