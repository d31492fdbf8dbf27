import { z } from "zod";
import { Role } from "#generated/prisma/enums.ts";
import { isCountryCode } from "#lib/country.ts";
import { canonicalEmail } from "#lib/email.ts";
import { pageInput } from "#lib/paging.ts";
import { ABOUT_FIELDS, MOST_COUNTRIES } from "./rules.ts";

const locale = z.enum(["en", "fr", "es", "ar"]);
const personName = z.string().trim().min(1).max(120);
const token = z.string().regex(/^[0-9a-f]{64}$/);
// The rule about passwords is asked for with name and e-mail at hand; here only what may travel.
const password = z.string().min(15).max(128);
const country = z.string().length(2).refine(isCountryCode);

export const email = z
  .string()
  .max(320)
  .transform((written, ctx) => {
    const canonical = canonicalEmail(written);
    if (canonical === null) ctx.addIssue({ code: "invalid_format", format: "email", input: written });
    return canonical ?? z.NEVER;
  });

export const assignmentInput = z.strictObject({
  role: z.enum(Role),
  countries: z.union([z.literal("all"), z.array(country).min(1).max(MOST_COUNTRIES)]),
  operations: z.union([z.literal("all"), z.array(z.uuid()).min(1).max(50)]),
});
export type AssignmentInput = z.output<typeof assignmentInput>;

export const personFilter = z.strictObject({
  text: z.string().max(120).default(""),
  ...pageInput.shape,
});
export type PersonFilter = z.output<typeof personFilter>;

export const personInput = z.strictObject({ id: z.uuid() });
export type PersonInput = z.output<typeof personInput>;

export const grantInput = z.strictObject({ id: z.uuid(), personId: z.uuid(), ...assignmentInput.shape });
export type GrantInput = z.output<typeof grantInput>;

export const invitePersonInput = z.strictObject({
  id: z.uuid(),
  email,
  name: personName,
  locale,
  assignments: z.array(assignmentInput).min(1).max(10),
});
export type InvitePersonInput = z.output<typeof invitePersonInput>;

export const linkInput = z.strictObject({ token });

export const redeemInput = z.strictObject({
  token,
  email,
  name: personName,
  locale,
  password,
});
export type RedeemInput = z.output<typeof redeemInput>;

export const passwordLinkInput = z.strictObject({ email });
export type PasswordLinkInput = z.output<typeof passwordLinkInput>;

export const changePasswordInput = z.strictObject({ current: z.string().min(1).max(1000), password });
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

export const profileInput = z.strictObject({
  name: personName,
  locale,
  scheme: z.enum(["light", "dark", "auto"]),
});
export type ProfileInput = z.output<typeof profileInput>;

export const localeInput = z.strictObject({ locale });
export type LocaleInput = z.output<typeof localeInput>;

const aboutText = z.string().trim().max(600);
export const aboutInput = z.strictObject({
  locale,
  texts: z.strictObject(
    Object.fromEntries(ABOUT_FIELDS.map((field) => [field, aboutText])) as Record<
      (typeof ABOUT_FIELDS)[number],
      typeof aboutText
    >,
  ),
});
export type AboutInput = z.output<typeof aboutInput>;
