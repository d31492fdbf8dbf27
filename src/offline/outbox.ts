import superjson from "superjson";

const PREFIX = "muster-outbox:";
const CHANGED = "muster:outbox";
/** Receipts stay in sight on the device until so many newer ones have come. */
const RECEIPTS_KEPT = 10;

export type OutboxState = "waiting" | "sent" | "refused";
/** Something filed on this device: kept first, then sent under its own id as often as it takes. */
export type OutboxEntry = {
  id: string;
  kind: string;
  /** What it is about, for the list: name of the point and the local day or moment. */
  about: {
    title: string;
    day: string;
    /** Where it was typed, with its world: a refusal is opened there again, beside what stands by now. */
    href?: string;
  };
  input: unknown;
  keptAt: string;
  state: OutboxState;
  tries: number;
  receipt?: string;
  /** Why it was refused: a key under `errors` with its values. */
  refusal?: { reason: string; values: Record<string, string | number> };
};

/** A refusal as a failed call says it. */
export const errorOf = (refusal: OutboxEntry["refusal"]) => ({ data: { code: "BAD_REQUEST", ...refusal } });

export type Answer =
  | { to: "sent"; receipt: string }
  | { to: "refused"; refusal: { reason: string; values: Record<string, string | number> } }
  | { to: "waiting" };
export type Send = (entry: OutboxEntry) => Promise<Answer>;

const keyOf = (personId: string, id: string) => `${PREFIX}${personId}:${id}`;

function storage(): Storage | null {
  try {
    return typeof window === "undefined" ? null : window.localStorage;
  } catch {
    return null;
  }
}

/** One key an entry, so that two tabs never overwrite each other's list. False where the browser keeps nothing: full, or forbidden. */
function put(personId: string, entry: OutboxEntry): boolean {
  const room = storage();
  try {
    room?.setItem(keyOf(personId, entry.id), superjson.stringify(entry));
  } catch {
    return false;
  }
  tell();
  return room !== null;
}

function tell(): void {
  window.dispatchEvent(new Event(CHANGED));
}

/** Entries of this person, oldest first. */
export function listOutbox(personId: string): OutboxEntry[] {
  const kept = storage();
  if (!kept) return [];
  return Object.keys(kept)
    .filter((key) => key.startsWith(`${PREFIX}${personId}:`))
    .flatMap((key) => {
      try {
        return [superjson.parse<OutboxEntry>(kept.getItem(key) ?? "")];
      } catch {
        return [];
      }
    })
    .toSorted((a, b) => a.keptAt.localeCompare(b.keptAt) || a.id.localeCompare(b.id));
}

/** Changes whenever the list does; compares as text. */
export function outboxMark(personId: string): string {
  const kept = storage();
  if (!kept) return "";
  return Object.keys(kept)
    .filter((key) => key.startsWith(`${PREFIX}${personId}:`))
    .toSorted()
    .map((key) => `${key}${kept.getItem(key) ?? ""}`)
    .join();
}

export function subscribeOutbox(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  window.addEventListener("storage", changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener("storage", changed);
  };
}

/** Keeps it on this device before anything is sent. The id is the record's own, so that a retry can never double it. */
export function keepInOutbox(
  personId: string,
  entry: Pick<OutboxEntry, "id" | "kind" | "about" | "input">,
  now: Date,
): OutboxEntry {
  const kept: OutboxEntry = { ...entry, keptAt: now.toISOString(), state: "waiting", tries: 0 };
  put(personId, kept);
  return kept;
}

/** Takes an entry off this device: it is in the form again, or its receipt was read. */
export function dropFromOutbox(personId: string, id: string): void {
  storage()?.removeItem(keyOf(personId, id));
  tell();
}

/** Receipts leave the device at sign-out; what was never sent stays for the same person. */
export function wipeReceipts(personId: string): void {
  for (const entry of listOutbox(personId)) if (entry.state === "sent") dropFromOutbox(personId, entry.id);
}

const NOT_KEPT = { state: "refused", refusal: { reason: "not_kept", values: {} } } as const;

/** Sends one entry and keeps what came of it. What can neither be sent nor kept is refused: it stays where it was typed. */
export async function sendEntry(personId: string, entry: OutboxEntry, send: Send): Promise<OutboxEntry> {
  const tried = { ...entry, tries: entry.tries + 1 };
  const answer = await send(tried).catch((): Answer => ({ to: "waiting" }));
  const { to: state, ...told } = answer;
  // Once they are with the server the numbers leave this device; only the receipt stays.
  const after: OutboxEntry = { ...tried, ...told, state, input: state === "sent" ? null : tried.input };
  const kept = put(personId, after);
  return kept || state !== "waiting" ? after : { ...after, ...NOT_KEPT };
}

let flushing: Promise<void> | null = null;

/** Sends everything that waits, one after the other; stops where the connection does. One flush at a time. */
export function flushOutbox(personId: string, send: Send): Promise<void> {
  flushing ??= flush(personId, send).finally(() => (flushing = null));
  return flushing;
}

async function flush(personId: string, send: Send): Promise<void> {
  for (const entry of listOutbox(personId)) {
    if (entry.state !== "waiting") continue;
    const after = await sendEntry(personId, entry, send);
    if (after.state === "waiting") return;
  }
  const receipts = listOutbox(personId).filter(({ state }) => state === "sent");
  for (const { id } of receipts.slice(0, -RECEIPTS_KEPT)) dropFromOutbox(personId, id);
}
