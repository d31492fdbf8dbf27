"use client";

import { Button } from "@mantine/core";
import type { ButtonProps } from "@mantine/core";
import type { ComponentProps, ReactNode } from "react";
import { keepWorld } from "../layout/keep-world.ts";
import { useExercise } from "../layout/world-link.tsx";
import Link from "next/link";

type Look = "primary" | "quiet" | "danger" | "plain";
type Props = Omit<ButtonProps, "variant" | "color"> & {
  look?: Look;
  big?: boolean;
  children: ReactNode;
} & Pick<
    ComponentProps<"button">,
    "onClick" | "aria-label" | "aria-expanded" | "aria-pressed" | "disabled" | "type"
  >;

const VARIANTS = { primary: "filled", quiet: "default", danger: "outline", plain: "subtle" } as const;

/** A button: one primary action a page, quiet ones beside it, danger for what withdraws. */
export function ActionButton({ look = "quiet", big, children, ...rest }: Props) {
  return (
    <Button
      type="button"
      variant={VARIANTS[look]}
      color={look === "danger" ? "red" : undefined}
      h={big ? 52 : undefined}
      fz={big ? "md" : undefined}
      {...rest}
    >
      {children}
    </Button>
  );
}

type LinkProps = Omit<ButtonProps, "variant" | "color"> & { look?: Look; href: string; children: ReactNode };

/** A link that looks like a button, inside the desk: the reader's world is kept. */
export function ActionLink({ look = "quiet", href, children, ...rest }: LinkProps) {
  return (
    <Button
      component={Link}
      prefetch={false}
      href={keepWorld(href, useExercise())}
      variant={VARIANTS[look]}
      {...rest}
    >
      {children}
    </Button>
  );
}
