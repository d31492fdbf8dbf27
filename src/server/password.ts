import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { boundedQueue } from "./queue.ts";

// argon2id. Each takes 46 MiB while it runs, so only two run at once.
const COST = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 } as const;
const enter = boundedQueue({ running: 2, waiting: 20 });

let unknownPerson: Promise<string> | undefined;

/** The argon2id hash to keep. Never call it inside a transaction; throws `too_many` when the queue is full. */
export function hashPassword(password: string): Promise<string> {
  return enter(() => hash(password, COST));
}

/** Whether the password fits. Without a hash (nobody of that name) it takes the same time and says no. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const against = kept ?? (await (unknownPerson ??= hash("nobody has this password", COST)));
  const fits = await enter(() => verify(against, password));
  return fits && kept !== null;
}
