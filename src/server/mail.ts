import "server-only";
import { createTransport } from "nodemailer";
import { log } from "./log.ts";

/** Where a link leads. PUBLIC_URL, else this machine. */
export function linkAddress(token: string): string {
  const base = process.env.PUBLIC_URL ?? `http://127.0.0.1:${process.env.PORT ?? "3000"}`;
  return new URL(`/invite/${token}`, base).href;
}

/**
 * Sends a letter by SMTP_URL, without keeping the caller waiting; a failure is logged. While no mail is set it is printed, for
 * whoever runs the installation to hand on.
 */
export function postLetter(to: string, letter: { subject: string; text: string }): void {
  const server = process.env.SMTP_URL;
  if (!server) {
    console.log(
      `\n── No mail is set (SMTP_URL); to be handed to ${to}: ${letter.subject}\n${letter.text}\n──`,
    );
    return;
  }
  createTransport(server)
    .sendMail({ from: process.env.MAIL_FROM ?? "muster@localhost", to, ...letter })
    .catch((error: unknown) => log.error({ err: error }, "a letter could not be sent"));
}
