import "server-only";
import type { Scope } from "#access/scope.ts";
import { DomainError } from "#lib/errors.ts";
import { changes as changesOfThisProcess, type Changes } from "#server/changes.ts";
import type { Standing } from "#server/procedure.ts";
import { topicsFor, touchesRights, type Topic } from "./rules.ts";
import { EARLY_MS, GATHER_MS, RECHECK_MS, type Change, type Heard } from "./schema.ts";

export type Hint = { topics: Topic[]; at: Date };

type Stream = {
  changes: Changes;
  /** Looks at the session again: what it reaches now; throws when it no longer stands. */
  standing: Standing;
  signal: AbortSignal;
  recheckMs?: number;
};

/**
 * Hints that something within the reader's reach changed, until the reader leaves or the session ends (which throws what the
 * session check throws). The first hint has no topic: it says that the ear is open.
 */
export async function* followChanges(stream: Stream): AsyncGenerator<Hint> {
  const { changes, standing, signal, recheckMs = RECHECK_MS } = stream;
  let { scope, actor } = await standing();
  let checked = Date.now();
  let [hinted, early] = [false, 0];
  const leave = enter(actor.id);
  const ear = openEar(changes, signal);
  try {
    yield { topics: [], at: new Date() };
    while (!signal.aborted) {
      const due = hinted ? early + EARLY_MS : checked + recheckMs;
      const heard = await ear.next(Math.max(0, Math.min(due, checked + recheckMs) - Date.now()));
      if (signal.aborted) return;
      hinted ||= touchesRights(heard);
      const isHintDue = hinted && Date.now() - early >= EARLY_MS;
      if (isHintDue || Date.now() - checked >= recheckMs) {
        if (isHintDue) early = Date.now();
        ({ scope, actor } = await standing());
        checked = Date.now();
        hinted = false;
      }
      const topics = topicsFor(heard, (change) => reaches(scope, change));
      if (topics.length > 0) yield { topics, at: new Date() };
    }
  } finally {
    ear.close();
    leave();
  }
}

/** The same, over what this process hears. */
export const followOwnChanges = (standing: Standing, signal: AbortSignal) =>
  followChanges({ changes: changesOfThisProcess(), standing, signal });

const MOST_STREAMS = 40;
const streams = new Map<string, number>();

/** One stream a tab; a person with more tabs than anyone reads is refused, so that nobody can open streams without end. */
function enter(personId: string): () => void {
  const open = streams.get(personId) ?? 0;
  if (open >= MOST_STREAMS) throw new DomainError("too_many", "live.too_many_pages");
  streams.set(personId, open + 1);
  return () => {
    const left = (streams.get(personId) ?? 1) - 1;
    if (left > 0) streams.set(personId, left);
    else streams.delete(personId);
  };
}

/** Country or operation of a change lie within one of the reader's assignments; what has neither concerns everyone. */
function reaches(scope: Scope, { country, operationId }: Change): boolean {
  return scope.grants.some(
    (grant) =>
      (country === null || grant.countries === "all" || grant.countries.includes(country)) &&
      (operationId === null || grant.operations === "all" || grant.operations.includes(operationId)),
  );
}

function openEar(changes: Changes, signal: AbortSignal) {
  let heard: Heard = [];
  let wake: (() => void) | undefined;
  const stop = changes.listen((more) => {
    heard = heard === "much" || more === "much" || heard.length > 500 ? "much" : [...heard, ...more];
    wake?.();
  });
  const pause = (ms: number, early: boolean) =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        wake = undefined;
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener("abort", done, { once: true });
      if (early) wake = done;
    });
  return {
    /** What was heard within this time, gathered for a moment; empty when nothing was. */
    async next(ms: number): Promise<Heard> {
      if (heard !== "much" && heard.length === 0) await pause(ms, true);
      if (heard === "much" || heard.length > 0) await pause(GATHER_MS, false);
      const all = heard;
      heard = [];
      return all;
    },
    close: stop,
  };
}
