export type DemoRole =
  "administrator" | "programme_manager" | "reviewer" | "liaison" | "leadership" | "observer";

export type DemoAccount = {
  /** What stands before @muster.example. */
  account: string;
  role: DemoRole;
  country: string | null;
  locale: "en" | "fr" | "es" | "ar";
  /** Only Exercise Meridian, not every operation. */
  meridianOnly?: true;
};

export const DEMO_DOMAIN = "muster.example";

const LANGUAGES: Record<string, DemoAccount["locale"]> = {
  PE: "es",
  CO: "es",
  DZ: "ar",
  MR: "ar",
  BJ: "fr",
  RW: "fr",
};

const inCountry =
  (role: "liaison" | "reviewer") =>
  (country: string): DemoAccount => ({
    account: `${role}.${country.toLowerCase()}`,
    role,
    country,
    locale: LANGUAGES[country] ?? "en",
  });

const atHeadquarters = (account: string, role: DemoRole, meridianOnly?: true): DemoAccount => ({
  account,
  role,
  country: null,
  locale: "en",
  ...(meridianOnly ? { meridianOnly } : {}),
});

/** The invented people of the exercise, in the order in which the sign-in page offers them. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  atHeadquarters("manager", "programme_manager"),
  atHeadquarters("leadership", "leadership"),
  atHeadquarters("reviewer", "reviewer"),
  atHeadquarters("coordination", "liaison", true),
  atHeadquarters("observer", "observer", true),
  atHeadquarters("admin", "administrator"),
  atHeadquarters("admin.second", "administrator"),
  ...["KE", "RW", "DZ", "BJ", "IT", "PH", "MR", "CO", "DK", "PE"].map(inCountry("liaison")),
  ...["KE", "RW", "DZ", "BJ", "IT", "PH", "MR", "CO"].map(inCountry("reviewer")),
];

export const demoEmail = (account: string): string => `${account}@${DEMO_DOMAIN}`;
