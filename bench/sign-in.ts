import { demoEmail } from "#lib/demo-accounts.ts";

const cookiesOf = (answer: Response) =>
  answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");

/** Signs in through the door, as the page does; answers the cookies to send along. */
export async function signIn(app: string, account: string, password: string): Promise<string> {
  const asked = await fetch(`${app}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answer = await fetch(`${app}/api/auth/callback/credentials`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      origin: app,
      cookie: cookiesOf(asked).join("; "),
    },
    body: JSON.stringify({ csrfToken, email: demoEmail(account), password, json: "true" }),
  });
  if (answer.status !== 200) throw new Error(`${account} could not sign in: ${await answer.text()}`);
  return cookiesOf(answer).join("; ");
}
