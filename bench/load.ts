import autocannon from "autocannon";
import { percentile } from "./score.ts";

export type Target = {
  url: string;
  /** The body of the next request, whichever client sends it. */
  next: () => string;
  cookie?: string;
};

export type Round = { p50: number; p95: number; rate: number; answers: number };

const FEWEST = 20;

/** One round of a closed loop: so many clients, each with one request under way. Any answer but 200 ends the bench. */
export async function fire(target: Target, how: { clients: number; seconds: number }): Promise<Round> {
  const times: number[] = [];
  const began = performance.now();
  // A busy machine may need longer than the round for a p95 that means something.
  for (let turn = 0; turn < 10 && times.length < FEWEST; turn += 1) times.push(...(await burst(target, how)));
  if (times.length === 0) throw new Error(`${target.url} did not answer`);
  const seconds = (performance.now() - began) / 1000;
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    rate: times.length / seconds,
    answers: times.length,
  };
}

async function burst(target: Target, how: { clients: number; seconds: number }): Promise<number[]> {
  const { origin, pathname, search } = new URL(target.url);
  const headers: Record<string, string> = { "content-type": "application/json", origin };
  if (target.cookie) headers.cookie = target.cookie;
  const times: number[] = [];
  const wrong = new Map<number, number>();
  await new Promise<void>((resolve, reject) => {
    const instance = autocannon(
      {
        url: origin,
        connections: how.clients,
        duration: how.seconds,
        timeout: 30,
        method: "POST",
        headers,
        requests: [
          { path: `${pathname}${search}`, setupRequest: (request) => ({ ...request, body: target.next() }) },
        ],
      },
      (error: Error | null) => (error ? reject(error) : resolve()),
    );
    instance.on("response", (...[, status, , milliseconds]) => {
      if (status === 200) times.push(milliseconds);
      else wrong.set(status, (wrong.get(status) ?? 0) + 1);
    });
  });
  if (wrong.size > 0)
    throw new Error(`${target.url} answered ${JSON.stringify([...wrong])} beside ${times.length} times 200`);
  return times;
}

/** One after the other, again from the start. */
export function inTurn(bodies: readonly string[]): () => string {
  let sent = 0;
  return () => bodies[sent++ % bodies.length] ?? "";
}

/** A tRPC call as it travels: the input in superjson's envelope. */
export const wire = (input: unknown, meta?: object): string =>
  JSON.stringify({ json: input, ...(meta ? { meta } : {}) });

/** Several calls in one request, as the browser batches them. */
export const wireBatch = (inputs: unknown[]): string =>
  JSON.stringify(Object.fromEntries(inputs.map((input, place) => [place, { json: input }])));
