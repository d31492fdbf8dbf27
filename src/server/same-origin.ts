import "server-only";

/**
 * Whether a request that may change something comes from our own pages: its Origin is ours. Browsers send it with every POST;
 * what sends none is refused too.
 */
export function isSameOrigin(sent: { get(name: string): string | null }): boolean {
  const origin = sent.get("origin");
  if (!origin) return false;
  const ours = process.env.PUBLIC_URL;
  try {
    const { host, protocol } = new URL(origin);
    if (ours) return origin === new URL(ours).origin;
    return (protocol === "http:" || protocol === "https:") && host === sent.get("host");
  } catch {
    return false;
  }
}
