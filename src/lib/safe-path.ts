/** A path of this installation to go to after signing in; "/" for everything else, such as another site's address. */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 2000 || !/^\/(?![/\\])/.test(wanted)) return "/";
  // Control characters and backslashes are read by browsers as something else than they look like.
  if (/[\u0000-\u001f\u007f\\]/.test(wanted)) return "/";
  const { origin, pathname, search, hash } = new URL(wanted, "http://muster.invalid");
  if (origin !== "http://muster.invalid" || pathname.startsWith("//")) return "/";
  return pathname.startsWith("/sign-in") || pathname.startsWith("/api/")
    ? "/"
    : `${pathname}${search}${hash}`;
}
