/** The floor plan as data. `docs/architecture.md` says the same in words; change both or neither. */

/** Each feature may lean only on those before it. */
export const FEATURES = [
  "countries",
  "organisations",
  "points",
  "operations",
  "people",
  "training",
  "deployments",
  "returns",
  "matches",
  "outcomes",
  "figures",
  "situation",
  "summary",
  "today",
  "reports",
  "imports",
  "notices",
  "audit",
  "views",
  "search",
  "live",
] as const;

export const PARTS = [
  "schema",
  "rules",
  "queries",
  "mutations",
  "analytics",
  "router",
  "components",
] as const;
export type Part = (typeof PARTS)[number];

export const ROOMS = [
  "app",
  "features",
  "components",
  "trpc",
  "server",
  "access",
  "offline",
  "i18n",
  "lib",
  "testing",
  "generated",
] as const;

/** Files that Next.js wants directly under src. */
export const ENTRY_FILES = ["proxy.ts", "instrumentation.ts", "instrumentation-client.ts", "global.d.ts"];

/**
 * What each place may import besides its own place. Entries are path prefixes below src; `own:` and
 * `earlier:` name parts of the same or an earlier feature, `any:` those of every feature.
 */
export const MAY_IMPORT: Record<string, string[]> = {
  lib: [],
  access: ["lib/", "generated/prisma/enums.ts"],
  components: ["lib/", "i18n/", "generated/prisma/enums.ts"],
  server: ["access/", "lib/", "i18n/", "generated/"],
  i18n: ["lib/"],
  offline: ["lib/", "trpc/client"],
  "trpc/root": ["any:router", "server/procedure"],
  trpc: ["server/procedure", "server/request", "server/session", "lib/"],
  app: [
    "any:components",
    "any:schema",
    "components/",
    "trpc/",
    "server/session",
    "lib/",
    "i18n/",
    "offline/",
    "access/use-can",
  ],
  "app/api": ["trpc/", "server/", "lib/", "i18n/", "access/"],
  entry: ["server/", "lib/", "i18n/"],
  "features:schema": [
    "lib/",
    "generated/prisma/enums.ts",
    "own:schema",
    "own:rules",
    "earlier:schema",
    "earlier:rules",
  ],
  "features:rules": [
    "lib/",
    "generated/prisma/enums.ts",
    "own:schema",
    "own:rules",
    "earlier:schema",
    "earlier:rules",
  ],
  "features:queries": [
    "server/",
    "access/",
    "lib/",
    "generated/",
    "own:schema",
    "own:rules",
    "own:queries",
    "earlier:schema",
    "earlier:rules",
    "earlier:queries",
  ],
  "features:mutations": [
    "server/",
    "access/",
    "lib/",
    "generated/",
    "own:schema",
    "own:rules",
    "own:queries",
    "own:mutations",
    "earlier:schema",
    "earlier:rules",
    "earlier:queries",
  ],
  "features:analytics": [
    "server/",
    "access/",
    "lib/",
    "generated/",
    "own:schema",
    "own:rules",
    "own:queries",
    "own:analytics",
    "earlier:schema",
    "earlier:rules",
    "earlier:queries",
  ],
  "features:router": [
    "server/procedure",
    "own:schema",
    "own:rules",
    "own:queries",
    "own:mutations",
    "own:analytics",
  ],
  "features:components": [
    "components/",
    "i18n/",
    "lib/",
    "offline/",
    "trpc/client",
    "access/use-can",
    "generated/prisma/enums.ts",
    "own:schema",
    "own:rules",
    "own:components",
    "earlier:pieces",
  ],
};

/** Libraries that only one place may know, with the names it is about (none: the whole library). */
export const FENCED: { library: RegExp; names?: string[]; only: string[] }[] = [
  { library: /^next-auth(\/|$)/, only: ["server/session"] },
  { library: /^(maplibre-gl|mapbox-gl|react-map-gl)(\/|$)/, only: ["components/map/"] },
  {
    library: /^@mantine\/core$/,
    names: [
      "createTheme",
      "mergeThemeOverrides",
      "mergeMantineTheme",
      "MantineProvider",
      "useMantineTheme",
      "DEFAULT_THEME",
      "colorsTuple",
      "virtualColor",
      "*",
    ],
    only: ["components/"],
  },
  {
    library: /^#generated\/prisma\/client\.ts$/,
    names: ["PrismaClient", "*", "default"],
    only: ["server/db"],
  },
  { library: /^@prisma\/client(\/|$)/, only: [] },
  { library: /^(pg|@node-rs\/argon2|nodemailer|@prisma\/adapter-pg)(\/|$)/, only: ["server/"] },
  { library: /^(csv-stringify|write-excel-file)(\/|$)/, only: ["server/"] },
  { library: /^@trpc\/server(\/|$)/, only: ["server/", "trpc/", "app/api/"] },
];

/** Names that say nothing about what is inside. */
export const BANNED_NAMES = [
  "util",
  "utils",
  "helper",
  "helpers",
  "common",
  "misc",
  "service",
  "services",
  "manager",
  "managers",
];

export const MAX_LINES = 250;
/** Tests are read one case at a time, so they may be longer. */
export const MAX_TEST_LINES = 400;
