import "server-only";
import { randomBytes } from "node:crypto";

const MAPBOX_HOSTS = ["https://api.mapbox.com", "https://*.tiles.mapbox.com", "https://events.mapbox.com"];
const MAPBOX_VARIABLE = "NEXT_PUBLIC_MAPBOX_TOKEN";

/** Mapbox's public token, or null. Read while the server runs: written out, Next would set in its value when it builds. */
export function mapboxToken(env: NodeJS.ProcessEnv = process.env): string | null {
  const token = Reflect.get(env, MAPBOX_VARIABLE) as string | undefined;
  return token !== undefined && /^pk\.[\w.-]{3,500}$/.test(token) ? token : null;
}

export const newNonce = (): string => randomBytes(16).toString("base64");

/**
 * The Content-Security-Policy of one answer. Inline style attributes are allowed knowingly (React and Mantine set them);
 * a worker may come from a blob because the map makes its own.
 */
export function contentSecurityPolicy(nonce: string, dev: boolean, mapbox = false): string {
  // Only where Mapbox draws the map may its hosts be reached.
  const elsewhere = mapbox ? ` ${MAPBOX_HOSTS.join(" ")}` : "";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    // Next's own tools of development bring style tags without a nonce.
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${elsewhere}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** What every answer carries, whatever it is about. */
export function plainHeaders(secure: boolean): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ...(secure ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
