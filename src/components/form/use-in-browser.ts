"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False while the server renders and while its page is taken over, true from then on: for what only this device knows. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
