"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonLook } from "./button-look.ts";
import { useInBrowser } from "./use-in-browser.ts";

type Props = { pending?: boolean; big?: boolean; wide?: boolean; children?: ReactNode };

/** Sends the form. While pending it says so and cannot be pressed twice. `big` is the 52-pixel button of the phone log. */
export function SubmitButton({ pending = false, big = false, wide = big, children }: Props) {
  const t = useTranslations("shell");
  // Pressed before the page listens, the browser would send the form itself: what was typed, and the exercise, would be gone.
  const here = useInBrowser();
  return (
    <button
      type={here ? "submit" : "button"}
      {...buttonLook({ look: "primary", big, wide, off: pending })}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : undefined}
    >
      {pending ? t("sending") : (children ?? t("save"))}
    </button>
  );
}
