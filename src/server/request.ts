import "server-only";
import { headers } from "next/headers";
import { client } from "./db.ts";
import { trustedAddress } from "./address.ts";
import type { Request } from "./procedure.ts";
import { readToken } from "./session.ts";

/** What this HTTP request brings along; the token is checked against a live session only inside the transaction. */
export async function currentRequest(): Promise<Request> {
  const sent = await headers();
  return {
    client: client(),
    token: await readToken(),
    address: trustedAddress(sent),
    userAgent: sent.get("user-agent")?.slice(0, 300) ?? null,
  };
}
