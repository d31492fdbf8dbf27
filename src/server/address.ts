import "server-only";

/**
 * The client's address: the entry of X-Forwarded-For that the last trusted proxy wrote (TRUSTED_PROXIES = how many proxies
 * stand in front). Null when no proxy is trusted: forwarded addresses are then anyone's claim.
 */
export function trustedAddress(sent: { get(name: string): string | null }): string | null {
  const proxies = Number(process.env.TRUSTED_PROXIES ?? 0);
  if (!Number.isInteger(proxies) || proxies < 1) return null;
  const hops = (sent.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return hops.at(-proxies)?.slice(0, 64) || null;
}
