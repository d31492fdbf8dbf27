import "server-only";
import { DomainError } from "#lib/errors.ts";

/** Runs at most `running` tasks at a time and lets `waiting` more stand in line; beyond that refuses with `too_many`. */
export function boundedQueue({ running, waiting }: { running: number; waiting: number }) {
  let busy = 0;
  const line: (() => void)[] = [];

  return async function enter<T>(task: () => Promise<T>): Promise<T> {
    if (busy >= running) {
      if (line.length >= waiting) throw new DomainError("too_many", "sign_in.busy");
      await new Promise<void>((go) => line.push(go));
    } else busy += 1;
    try {
      return await task();
    } finally {
      // The place is handed to the next in line, so nobody slips in between.
      const next = line.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
