import createNextIntlPlugin from "next-intl/plugin";

// The words reach the browser ready to be filled in: the parser of their syntax stays out (src/i18n/load-messages.ts).
const WORDS = "./node_modules/use-intl/dist/esm/production/format-message/format-only.js";

const withIntl = createNextIntlPlugin("./src/i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  turbopack: { resolveAlias: { "use-intl/format-message": WORDS } },
  // Types are checked by `npm run check`; the build only builds.
  typescript: { ignoreBuildErrors: true },
  // Native or instrumented packages that must stay what Node loads.
  serverExternalPackages: [
    "pg",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@node-rs/argon2",
    "pino",
    "nodemailer",
    "playwright-core",
  ],
};

export default withIntl(config);
