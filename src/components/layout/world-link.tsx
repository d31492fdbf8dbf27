"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import type { ComponentProps } from "react";

/** Whether the reader is in the exercise world (`?exercise=1`). */
export function useExercise(): boolean {
  return useSearchParams().get("exercise") === "1";
}

/** `href` with the reader's world kept: links inside the desk never leave the exercise, or enter it, by accident. */
export function keepWorld(href: string, exercise: boolean): string {
  if (!exercise || !href.startsWith("/")) return href;
  const [beforeHash = "", hash] = href.split("#");
  const [path = "", query] = beforeHash.split("?");
  const parameters = new URLSearchParams(query);
  if (!parameters.has("exercise")) parameters.set("exercise", "1");
  return `${path}?${parameters}${hash === undefined ? "" : `#${hash}`}`;
}

type Props = Omit<ComponentProps<typeof Link>, "href"> & { href: string };

/** The link to use inside the desk. */
export function WorldLink({ href, ...rest }: Props) {
  return <Link prefetch={false} {...rest} href={keepWorld(href, useExercise())} />;
}
