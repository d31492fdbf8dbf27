import "server-only";

/** Whether people reach this installation over https, as PUBLIC_URL says. */
export const isSecure = (): boolean => process.env.PUBLIC_URL?.startsWith("https://") ?? false;

/** The cookie that carries the sealed session token; over https no other host can set it. */
export const sessionCookie = (): string => (isSecure() ? "__Host-muster" : "muster-session");

/** What seals the cookie. Throws one clear sentence when it is missing. */
export function sessionSecret(): string {
  const secret = process.env.SESSION_SECRET;
  if (!secret || secret.length < 32)
    throw new Error("SESSION_SECRET is not set: give at least 32 characters that stay the same.");
  return secret;
}
