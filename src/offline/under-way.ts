import { errorOf, type OutboxEntry } from "./outbox.ts";
import type { OutboxInputs, OutboxKind } from "./use-outbox.ts";

type Asked<K extends OutboxKind> = { kind: K; is: (input: OutboxInputs[K]) => boolean };
type Refused<K extends OutboxKind> = {
  /** Nowhere but on this device: it goes again under its own id. */
  id: string;
  input: OutboxInputs[K];
  reason: string;
  /** As a failed call says it. */
  error: ReturnType<typeof errorOf>;
};

/** What this device has under way about one row: it waits for a connection, or it came back with the reason. */
export function findUnderWay<K extends OutboxKind>(
  entries: readonly OutboxEntry[],
  { kind, is }: Asked<K>,
): { waits?: OutboxEntry & { input: OutboxInputs[K] }; refused?: Refused<K> } {
  const mine = entries.find(
    (entry) => entry.kind === kind && entry.state !== "sent" && is(entry.input as OutboxInputs[K]),
  );
  if (!mine) return {};
  const input = mine.input as OutboxInputs[K];
  // Before the first try it is about to be sent, and its form still stands.
  if (!mine.refusal || mine.state === "waiting") return mine.tries > 0 ? { waits: { ...mine, input } } : {};
  return { refused: { id: mine.id, input, reason: mine.refusal.reason, error: errorOf(mine.refusal) } };
}
