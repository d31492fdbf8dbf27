import styles from "./button.module.css";

export type Look = "primary" | "quiet" | "danger" | "plain";
/** How a button looks: `big` is the 52-pixel one of the phone log, `compact` stands within a line of text. */
export type ButtonLook = { look?: Look; big?: boolean; compact?: boolean; wide?: boolean; off?: boolean };

/** The attributes that draw a button or a link as one. */
export function buttonLook({ look = "quiet", big, compact, wide, off }: ButtonLook) {
  return {
    className: styles.button,
    "data-look": look,
    "data-size": big ? "big" : compact ? "compact" : undefined,
    "data-wide": wide || undefined,
    "data-off": off || undefined,
  };
}
