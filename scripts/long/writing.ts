import { randomUUID } from "node:crypto";

export type Door = { url: string; cookie: string; deployment: string };
/** What was sent under an id, and the reference that came back for it. */
export type Acknowledged = Map<string, string>;
export type Writing = { acknowledged: Acknowledged; retries: number; doubles: number; faults: string[] };

type Answer = {
  result?: { data: { json: { id: string; reference: string } } };
  error?: { json: { message: string } };
};

async function sendOnce({ url, cookie, deployment }: Door, id: string, at: string) {
  const detected = { values: { detectedAt: ["Date"] } };
  const json = {
    id,
    deploymentId: deployment,
    detectedAt: at,
    database: "sltd",
    documentType: "passport",
    issuer: "DNK",
  };
  const answer = await fetch(`${url}/api/trpc/matches.record`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, cookie },
    body: JSON.stringify({ json, meta: detected }),
    signal: AbortSignal.timeout(20_000),
  });
  const body = (await answer.json()) as Answer;
  const { status } = answer;
  return { status, reference: body.result?.data.json.reference, reason: body.error?.json.message };
}

type Sent = { id: string; at: string };

/** As the outbox does: the same thing under its own id, again and again, until somebody says that it is kept. */
async function sendUntilKept(door: Door, { id, at }: Sent, writing: Writing): Promise<string | null> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      const { status, reference, reason } = await sendOnce(door, id, at);
      if (status === 200 && reference) return reference;
      if (status >= 400 && status < 500) writing.faults.push(`${status} ${reason} at try ${tries + 1}`);
    } catch {
      // No answer: kept or not, nobody knows.
    }
    writing.retries += 1;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  writing.faults.push("one write was never acknowledged");
  return null;
}

/** Writes until `enough` says so; one in eight is sent twice at the same moment, as by a double click. */
export async function keepWriting(door: Door, writing: Writing, enough: () => boolean): Promise<void> {
  while (!enough() && writing.faults.length < 100) {
    const id = randomUUID();
    const one = { id, at: new Date(Date.now() - 60_000).toISOString() };
    const twice = Math.random() < 1 / 8;
    const sent = [sendUntilKept(door, one, writing)];
    if (twice) sent.push(sendUntilKept(door, one, writing));
    const references = new Set(await Promise.all(sent));
    if (twice) writing.doubles += 1;
    if (references.size > 1) writing.faults.push(`one id, two references: ${[...references].join(", ")}`);
    const [reference] = references;
    if (reference) writing.acknowledged.set(id, reference);
  }
}
