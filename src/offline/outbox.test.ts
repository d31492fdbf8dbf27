import { beforeEach, expect, test, vi } from "vitest";
import {
  dropFromOutbox,
  flushOutbox,
  keepInOutbox,
  listOutbox,
  sendEntry,
  wipeReceipts,
  type OutboxEntry,
  type Send,
} from "./outbox.ts";
import { findUnderWay } from "./under-way.ts";

/** The browser's own storage, as far as the outbox uses it. */
function browserStorage() {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void delete kept[key],
  };
  return new Proxy(kept, {
    get: (target, name: string) => methods[name as keyof typeof methods] ?? target[name],
  });
}

beforeEach(() => {
  const window = Object.assign(new EventTarget(), { localStorage: browserStorage() });
  vi.stubGlobal("window", window);
});

const now = new Date("2026-11-22T08:00:00Z");
const entry = (id: string) => ({
  id,
  kind: "return.file",
  about: { title: "Nairobi", day: "21 Nov" },
  input: { id },
});

test("what is filed is on the device before it is sent, with its dates whole", async () => {
  const sent: OutboxEntry[] = [];
  const kept = keepInOutbox("me", { ...entry("a"), input: { at: now } }, now);
  expect(listOutbox("me")).toEqual([kept]);
  expect(listOutbox("someone else")).toEqual([]);
  await sendEntry("me", kept, async (tried) => {
    sent.push(...listOutbox("me"));
    expect(tried.tries).toBe(1);
    return { to: "sent", receipt: "7F3A" };
  });
  expect(sent).toMatchObject([{ state: "waiting", input: { at: now } }]);
  expect(listOutbox("me")).toMatchObject([{ state: "sent", receipt: "7F3A", input: null }]);
});

test("without a connection it waits under the same id and is sent once the connection is back", async () => {
  keepInOutbox("me", entry("a"), now);
  keepInOutbox("me", entry("b"), new Date(now.getTime() + 1000));
  const tried: string[] = [];
  await flushOutbox("me", async ({ id }) => {
    tried.push(id);
    throw new TypeError("Failed to fetch");
  });
  expect(tried).toEqual(["a"]);
  expect(listOutbox("me").map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  await flushOutbox("me", async ({ id }) => {
    tried.push(id);
    return { to: "sent", receipt: id };
  });
  await flushOutbox("me", async ({ id }) => {
    tried.push(id);
    return { to: "sent", receipt: id };
  });
  expect(tried).toEqual(["a", "a", "b"]);
});

test("a refusal is kept with its reason, is not tried again and does not hold up the next", async () => {
  keepInOutbox("me", entry("a"), now);
  keepInOutbox("me", entry("b"), new Date(now.getTime() + 1000));
  const refusal = { reason: "return.already_filed", values: { receipt: "7F3A" } };
  const send = vi.fn<Send>(async ({ id }) =>
    id === "a" ? { to: "refused", refusal } : { to: "sent", receipt: "B" },
  );
  await flushOutbox("me", send);
  await flushOutbox("me", send);
  expect(send).toHaveBeenCalledTimes(2);
  expect(listOutbox("me")).toMatchObject([{ state: "refused", refusal }, { state: "sent" }]);
});

test("receipts leave at sign-out, what was never sent stays", async () => {
  keepInOutbox("me", entry("waiting"), now);
  const done = keepInOutbox("me", entry("done"), now);
  await sendEntry("me", done, async () => ({ to: "sent", receipt: "7F3A" }));
  wipeReceipts("me");
  expect(listOutbox("me").map(({ id }) => id)).toEqual(["waiting"]);
  dropFromOutbox("me", "waiting");
  expect(listOutbox("me")).toEqual([]);
});

const answer = (id: string) => ({
  ...entry(id),
  kind: "return.answer",
  input: { id, remarkId: "question", text: "By the register" },
});
const isThis = {
  kind: "return.answer",
  is: ({ remarkId }: { remarkId: string }) => remarkId === "question",
} as const;

test("what waits about a row is known once it was tried, and what came back says why and is sent under its own id", async () => {
  const kept = keepInOutbox("me", answer("a"), now);
  expect(findUnderWay(listOutbox("me"), isThis)).toEqual({});
  await sendEntry("me", kept, async () => ({ to: "waiting" }));
  expect(findUnderWay(listOutbox("me"), isThis)).toMatchObject({ waits: { id: "a", state: "waiting" } });
  expect(findUnderWay(listOutbox("me"), { ...isThis, is: () => false })).toEqual({});
  const refusal = { reason: "return.remark_answered", values: {} };
  await flushOutbox("me", async () => ({ to: "refused", refusal }));
  const back = findUnderWay(listOutbox("me"), isThis);
  expect(back).toMatchObject({
    refused: {
      id: "a",
      input: { text: "By the register" },
      reason: refusal.reason,
      error: { data: refusal },
    },
  });
  expect(back.waits).toBeUndefined();
  const again = keepInOutbox(
    "me",
    { ...answer("a"), input: { ...answer("a").input, text: "Two flights" } },
    now,
  );
  expect(listOutbox("me")).toEqual([again]);
  await sendEntry("me", again, async () => ({ to: "sent", receipt: "7F3A" }));
  expect(findUnderWay(listOutbox("me"), isThis)).toEqual({});
});

test("what can neither be sent nor kept is refused with the reason, so that its form keeps it", async () => {
  const refuse = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  for (const localStorage of [null, { setItem: refuse, getItem: () => null }]) {
    vi.stubGlobal("window", Object.assign(new EventTarget(), { localStorage }));
    const kept = keepInOutbox("me", entry("a"), now);
    expect(listOutbox("me")).toEqual([]);
    const lost = await sendEntry("me", kept, () => Promise.resolve({ to: "waiting" }));
    expect(lost).toMatchObject({ state: "refused", refusal: { reason: "not_kept" } });
    // With a connection it goes all the same.
    const sent = await sendEntry("me", kept, () => Promise.resolve({ to: "sent", receipt: "7F3A" }));
    expect(sent).toMatchObject({ state: "sent", receipt: "7F3A" });
  }
});
