"use client";

import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { keepWorld } from "../layout/keep-world.ts";
import { useExercise } from "../layout/world-link.tsx";
import { buttonLook, type ButtonLook, type Look } from "./button-look.ts";

type Props = Omit<ButtonLook, "off"> & {
  /** What it began is still under way: it cannot be pressed again. */
  pending?: boolean;
  children: ReactNode;
} & Pick<
    ComponentProps<"button">,
    "onClick" | "aria-label" | "aria-expanded" | "aria-pressed" | "disabled" | "type"
  >;

/** A button: one primary action a page, quiet ones beside it, danger for what withdraws. */
export function ActionButton({ look, big, compact, pending, disabled, children, ...rest }: Props) {
  const off = disabled || pending || false;
  return (
    <button
      type="button"
      {...rest}
      {...buttonLook({ look, big, compact, off })}
      disabled={off}
      aria-busy={pending || undefined}
    >
      {children}
    </button>
  );
}

type LinkProps = { look?: Look; href: string; children: ReactNode };

/** A link that looks like a button, inside the desk: the reader's world is kept. */
export function ActionLink({ look, href, children }: LinkProps) {
  return (
    <Link {...buttonLook({ look })} prefetch={false} href={keepWorld(href, useExercise())}>
      {children}
    </Link>
  );
}
