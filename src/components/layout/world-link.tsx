"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import type { ComponentProps } from "react";
import { keepWorld } from "./keep-world.ts";

/** Whether the reader is in the exercise world (`?exercise=1`). */
export function useExercise(): boolean {
  return useSearchParams().get("exercise") === "1";
}

type Props = Omit<ComponentProps<typeof Link>, "href"> & { href: string };

/** The link to use inside the desk. */
export function WorldLink({ href, ...rest }: Props) {
  return <Link prefetch={false} {...rest} href={keepWorld(href, useExercise())} />;
}
