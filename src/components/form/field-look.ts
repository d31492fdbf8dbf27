import styles from "./field.module.css";

/** What every field shares: a 44-pixel target on touch screens, label above, refusal below. */
export const fieldLook = {
  classNames: {
    input: styles.input,
    label: styles.label,
    description: styles.description,
    error: styles.error,
  },
  inputWrapperOrder: ["label", "description", "input", "error"] as (
    "label" | "description" | "input" | "error"
  )[],
};
