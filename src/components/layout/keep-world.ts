/** `href` with the reader's world kept: links inside the desk never leave the exercise, or enter it, by accident. */
export function keepWorld(href: string, exercise: boolean): string {
  if (!exercise || !href.startsWith("/")) return href;
  const [beforeHash = "", hash] = href.split("#");
  const [path = "", query] = beforeHash.split("?");
  const parameters = new URLSearchParams(query);
  if (!parameters.has("exercise")) parameters.set("exercise", "1");
  return `${path}?${parameters}${hash === undefined ? "" : `#${hash}`}`;
}
