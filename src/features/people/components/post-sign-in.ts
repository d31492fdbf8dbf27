import type { Locale } from "#i18n/locale.ts";

export type SignInDoor = "callback/credentials" | "callback/demo" | "signout";
type Answer = { ok?: true; locale?: Locale; reason?: string; values?: Record<string, string | number> };

/** A refusal shaped like a failed call, so that `<Refusal>` says it. */
export class SignInRefusal extends Error {
  readonly data: { code: string; reason: string; values: Record<string, string | number> };
  constructor(status: number, answer: Answer) {
    super(answer.reason ?? "server");
    const code =
      status === 429 ? "TOO_MANY_REQUESTS" : status < 500 ? "BAD_REQUEST" : "INTERNAL_SERVER_ERROR";
    this.data = { code, reason: answer.reason ?? "server", values: answer.values ?? {} };
  }
}

/** Signs in or out; the language of the person signed in. Throws SignInRefusal, or what fetch throws without a connection. */
export async function postSignIn(
  door: SignInDoor,
  given: Record<string, string> = {},
): Promise<Locale | undefined> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()) as {
    csrfToken: string;
  };
  const response = await fetch(`/api/auth/${door}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...given, csrfToken, json: "true" }),
  });
  const answer = (await response.json().catch(() => ({}))) as Answer;
  if (!response.ok || !answer.ok) throw new SignInRefusal(response.status, answer);
  return answer.locale;
}
