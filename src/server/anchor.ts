import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** How far each chain had come at a moment, signed with a key that the database never sees; unsigned when an administrator took it. */
const anchorFile = z.strictObject({
  at: z.iso.datetime(),
  heads: z.array(z.strictObject({ chain: z.string(), seq: z.string(), hash: z.string() })),
  hmac: z.string().nullable(),
});
export type Anchor = z.infer<typeof anchorFile>;
export type Head = Anchor["heads"][number];

type Queries = { query: (sql: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }> };

const seal = (at: string, heads: Head[], key: string): string =>
  createHmac("sha256", key)
    .update(JSON.stringify([at, heads]))
    .digest("hex");

/** The heads of all chains now, signed; to be kept outside the database. */
export async function takeAnchor(owner: Queries, key: string, now: Date): Promise<Anchor> {
  const { rows } = await owner.query(
    "SELECT chain, seq::text, encode(hash, 'hex') AS hash FROM audit_head ORDER BY chain",
  );
  const heads = rows.map((row) => ({
    chain: String(row.chain),
    seq: String(row.seq),
    hash: String(row.hash),
  }));
  const at = now.toISOString();
  return { at, heads, hmac: seal(at, heads, key) };
}

/**
 * Reads an anchor; null when it is none or was not signed with this key. `unsigned` also takes one without a signature, which is
 * worth as much as the place where it was kept.
 */
export function readAnchor(written: string, key: string, { unsigned = false } = {}): Anchor | null {
  const parsed = anchorFile.safeParse(JSON.parse(written));
  if (!parsed.success) return null;
  if (parsed.data.hmac === null) return unsigned ? parsed.data : null;
  const expected = Buffer.from(seal(parsed.data.at, parsed.data.heads, key));
  const given = Buffer.from(parsed.data.hmac);
  return expected.length === given.length && timingSafeEqual(expected, given) ? parsed.data : null;
}

/** Faults of the chains, one sentence each; with an anchor also a tail cut or rewritten since. */
export async function verifyChains(
  owner: Queries,
  anchor: Anchor | null,
): Promise<{ events: number; faults: string[] }> {
  const { rows } = await owner.query(
    "SELECT chain, events::text, first_bad::text, head_agrees FROM app.audit_verify() ORDER BY chain",
  );
  const faults = rows.flatMap((row) => [
    ...(row.first_bad === null
      ? []
      : [`Chain ${String(row.chain)} is broken at event ${row.first_bad as string}.`]),
    ...(row.head_agrees === false ? [`Chain ${String(row.chain)} does not end where its head says.`] : []),
  ]);
  const since = anchor?.at ?? "";
  for (const head of anchor?.heads ?? []) {
    if (head.seq === "0") continue;
    const { rows: found } = await owner.query(
      "SELECT encode(hash, 'hex') AS hash FROM audit_event WHERE chain = $1 AND seq = $2",
      [head.chain, head.seq],
    );
    if (found[0]?.hash !== head.hash)
      faults.push(`Chain ${head.chain} no longer holds event ${head.seq} as it was anchored at ${since}.`);
  }
  return { events: rows.reduce((sum, row) => sum + Number(row.events), 0), faults };
}
