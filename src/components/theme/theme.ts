import { createTheme, defaultVariantColorsResolver } from "@mantine/core";
import type { CSSVariablesResolver, MantineColorsTuple, VariantColorsResolver } from "@mantine/core";

const teal: MantineColorsTuple = [
  "#e3f0f2",
  "#c5e0e5",
  "#9ccbd4",
  "#72b8c5",
  "#4fb3c6",
  "#1d7d91",
  "#0b6173",
  "#095565",
  "#084b59",
  "#063a45",
];

// Mantine's greys, cooled to ours: pills, disabled fields and hovers take theirs from here.
const gray: MantineColorsTuple = [
  "#f4f6f7",
  "#eceff1",
  "#dde3e7",
  "#c6d0d7",
  "#a3b1bb",
  "#7f8d98",
  "#5b6a76",
  "#4a5966",
  "#2b3944",
  "#14202b",
];
const dark: MantineColorsTuple = [
  "#e8eef2",
  "#c7d2da",
  "#a9b8c3",
  "#6d7e8b",
  "#364653",
  "#26333e",
  "#1d2832",
  "#172029",
  "#121a21",
  "#0f161c",
];

// Mantine works out the ink on a filled colour once, for the light scheme; ours follows the scheme.
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const own = input.color === undefined || input.color === "teal";
  return own && input.variant === "filled"
    ? { ...resolved, background: "var(--accent)", hover: "var(--accent-strong)", color: "var(--on-accent)" }
    : resolved;
};

export const theme = createTheme({
  variantColorResolver,
  colors: { teal, gray, dark },
  primaryColor: "teal",
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  respectReducedMotion: true,
  cursorType: "pointer",
  defaultRadius: "sm",
  radius: { xs: "4px", sm: "6px", md: "6px", lg: "6px", xl: "99px" },
  fontFamily: "var(--font)",
  fontSizes: {
    xs: "var(--size-12)",
    sm: "var(--size-13)",
    md: "var(--size-14)",
    lg: "var(--size-16)",
    xl: "var(--size-20)",
  },
  headings: { fontFamily: "var(--font)", fontWeight: "600" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  shadows: { xs: "none", sm: "none", md: "0 4px 16px #0f161c24", lg: "0 8px 24px #0f161c24" },
  components: {
    Modal: { defaultProps: { transitionProps: { duration: 120 }, centered: true } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, shadow: "md" } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 80 }, withArrow: true } },
    Input: { defaultProps: { size: "sm" } },
    // Written without its component, whose code only the pages with a box to tick load.
    Checkbox: {
      vars: () => ({
        root: { "--checkbox-color": "var(--accent)", "--checkbox-icon-color": "var(--on-accent)" },
      }),
    },
  },
});

/* Mantine's own variables point at our tokens, so that both schemes are decided in tokens.css alone. */
const shared = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-2)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--ground)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-2)",
  "--mantine-color-error": "var(--late)",
  "--mantine-color-teal-light": "var(--accent-soft)",
  "--mantine-color-teal-light-hover": "var(--accent-soft)",
  "--mantine-color-teal-light-color": "var(--accent)",
  "--mantine-color-teal-outline": "var(--accent)",
  "--mantine-color-teal-text": "var(--accent)",
  "--mantine-color-red-text": "var(--late)",
  "--mantine-color-red-outline": "var(--late)",
  "--mantine-color-red-light-color": "var(--late)",
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
