import type { SourceFile } from "#testing/modules.ts";

const file = (path: string, source = "export {};"): SourceFile => ({ path: `src/${path}`, source });

// Kept apart so that this file is not itself read as suppressing anything.
const SLASHES = "/".repeat(2);

/** A small house in which every wall is respected; the planted faults are each added to it alone. */
export const SOUND: SourceFile[] = [
  file("lib/country.ts"),
  file("lib/period.ts", 'import type { A } from "./country.ts";\nexport type P = A;'),
  file("access/scope.ts", 'import "#lib/country.ts";'),
  file("access/use-can.tsx"),
  file("i18n/request.ts", 'import "#lib/country.ts";'),
  file("offline/outbox.ts", 'import "#lib/country.ts"; import "#trpc/client.tsx";'),
  file("components/layout/card.tsx", 'import "#i18n/request.ts"; import "./card.module.css";'),
  file("components/layout/card.module.css", ""),
  file(
    "components/theme/theme.tsx",
    'import { createTheme } from "@mantine/core"; export const t = createTheme({});',
  ),
  file("components/map/base-map.tsx", 'export const load = () => import("maplibre-gl");'),
  file(
    "server/db.ts",
    'import { PrismaClient } from "#generated/prisma/client.ts"; export { PrismaClient };',
  ),
  file("server/session.ts", 'import NextAuth from "next-auth"; export default NextAuth;'),
  file(
    "server/procedure.ts",
    'import "#access/scope.ts"; import "#server/db.ts"; import { initTRPC } from "@trpc/server"; export { initTRPC };',
  ),
  file("trpc/root.ts", 'import "#features/matches/router.ts"; import "#server/procedure.ts";'),
  file("trpc/client.tsx", 'import type { Root } from "#trpc/root.ts"; export type R = Root;'),
  file("features/points/schema.ts", 'import "#generated/prisma/enums.ts";'),
  file("features/points/rules.ts"),
  file("features/points/queries.ts", 'import type { Tx } from "#server/db.ts"; export type T = Tx;'),
  file("features/points/mutations.ts"),
  file("features/points/components/point-badge.tsx"),
  file("features/points/components/point-form.tsx"),
  file("features/matches/schema.ts", 'import "#features/points/schema.ts";'),
  file("features/matches/rules.ts", 'import "./schema.ts"; import "#lib/country.ts";'),
  file("features/matches/queries.ts", 'import "#features/points/queries.ts"; import "#access/scope.ts";'),
  file(
    "features/matches/mutations/record-match.ts",
    'import "../queries.ts"; import "#features/points/rules.ts";',
  ),
  file("features/matches/analytics.ts", 'import "./rules.ts";'),
  file("features/matches/router.ts", 'import "#server/procedure.ts"; import "./mutations/record-match.ts";'),
  file(
    "features/matches/components/match-form.tsx",
    'import "#features/points/components/point-badge.tsx"; import "#trpc/client.tsx"; import "../schema.ts";',
  ),
  file("features/matches/matches.db.test.ts", 'import "#testing/actors.ts"; import "./router.ts";'),
  file("testing/actors.ts", 'import "#server/db.ts";'),
  file(
    "app/(desk)/log/match/page.tsx",
    'import "#features/matches/components/match-form.tsx"; import "#server/session.ts";',
  ),
  file("app/api/health/route.ts", 'import "#server/db.ts";'),
  file("proxy.ts", 'import "#i18n/request.ts";'),
];

export type Plant = SourceFile & { rule: string };

const plants = (rule: string, sources: Record<string, string | string[]>): Plant[] =>
  Object.entries(sources).flatMap(([path, source]) =>
    [source].flat().map((one) => ({ ...file(path, one), rule })),
  );

/** One fault each, with the only rule that may convict it. */
export const PLANTED: Plant[] = [
  ...plants("wall", {
    "lib/zone.ts": ['import "#access/scope.ts";', 'import "#i18n/request.ts";'],
    "access/roles.ts": [
      'import "#server/db.ts";',
      'import type { X } from "#server/procedure.ts"; export type Y = X;',
    ],
    "components/layout/shell.tsx": [
      'import "#features/points/components/point-badge.tsx";',
      'import "#trpc/client.tsx";',
      'import "#access/use-can.tsx";',
      'export type X = import("#server/session.ts").X;',
    ],
    "server/audit.ts": ['import "#features/matches/rules.ts";', 'export * from "#trpc/root.ts";'],
    "i18n/format.ts": 'import "#components/layout/card.tsx";',
    "offline/sync.ts": ['import "#server/db.ts";', 'import "#features/matches/schema.ts";'],
    "trpc/server.tsx": 'import "#features/matches/router.ts";',
    "app/(desk)/matches/page.tsx": [
      'import "#features/matches/queries.ts";',
      'import "#features/matches/rules.ts";',
      'import "#features/matches/router.ts";',
      'import "#server/db.ts";',
      'import "#access/scope.ts";',
    ],
    "app/api/export/route.ts": 'import "#features/matches/queries.ts";',
    "features/points/rules.ts": [
      'import "#features/matches/rules.ts";',
      'import "#access/scope.ts";',
      'import "./queries.ts";',
    ],
    "features/points/schema.ts": ['import "#server/procedure.ts";', 'import "#generated/prisma/models.ts";'],
    "features/points/queries.ts": [
      'import "#features/matches/queries.ts";',
      'import "./mutations.ts";',
      'import "#trpc/root.ts";',
    ],
    "features/matches/mutations/close-match.ts": [
      'import "#features/points/mutations.ts";',
      'import "../components/match-form.tsx";',
    ],
    "features/matches/analytics.ts": 'import "./mutations/record-match.ts";',
    "features/matches/router.ts": ['import "#features/points/queries.ts";', 'import "#access/scope.ts";'],
    "features/matches/components/match-card.tsx": [
      'import "#features/points/components/point-form.tsx";',
      'import "../queries.ts";',
      'import type { R } from "../router.ts"; export type Q = R;',
      'export const load = () => import("#server/session.ts");',
      'const x = require("#access/scope.ts"); export { x };',
    ],
    "features/points/components/match-link.tsx": 'import "#features/matches/components/match-form.tsx";',
    "server/jobs.ts": ['import "#testing/actors.ts";', 'import "#features/matches/matches.db.test.ts";'],
  }),
  ...plants("cycle", {
    "lib/country.ts": [
      'import type { P } from "./period.ts"; export type A = P;',
      'export * from "#lib/country.ts";',
    ],
    "features/points/schema.ts": 'import "./rules.ts"; import "#features/points/schema.ts";',
  }),
  ...plants("fenced library", {
    "server/procedure.ts": [
      'import { getServerSession } from "next-auth"; export { getServerSession };',
      'import { PrismaClient } from "#generated/prisma/client.ts"; export { PrismaClient };',
    ],
    "features/matches/components/sign-out.tsx":
      'import { signOut } from "next-auth/react"; export { signOut };',
    "features/points/components/point-map.tsx": [
      'import "maplibre-gl";',
      'export const m = () => import("react-map-gl/maplibre");',
    ],
    "components/layout/mini-map.tsx": 'import type { Map } from "mapbox-gl"; export type M = Map;',
    "app/layout.tsx": 'import { MantineProvider } from "@mantine/core"; export { MantineProvider };',
    "features/points/queries.ts": [
      'import type { PrismaClient } from "#generated/prisma/client.ts"; export type C = PrismaClient;',
      'import pg from "pg"; export { pg };',
      'import { TRPCError } from "@trpc/server"; export { TRPCError };',
    ],
    "server/sql.ts": 'import { Prisma } from "@prisma/client"; export { Prisma };',
  }),
  ...plants("only the transaction reads and writes", {
    "features/points/queries.ts": 'import { db } from "#server/db.ts"; export { db };',
  }),
  ...plants("one alias", { "lib/zone.ts": 'import "@/lib/country.ts";' }),
  ...plants("stays in src", { "lib/zone.ts": 'import "../../prisma/seed.ts";' }),
  ...plants("import exists", { "lib/zone.ts": ['import "./country";', 'import "#lib/nowhere.ts";'] }),
  ...plants("vocabulary", {
    "features/matches/actions.ts": "export {};",
    "features/matches/hooks/use-match.ts": "export {};",
    "features/matches/components/form/field.tsx": "export {};",
    "features/matches/queries/deep/list.ts": "export {};",
  }),
  ...plants("no such feature", { "features/weather/schema.ts": "export {};" }),
  ...plants("no such room", { "hooks/use-x.ts": "export {};", "constants.ts": "export {};" }),
  ...plants("banned name", {
    "lib/utils.ts": "export {};",
    "lib/index.ts": "export {};",
    "server/helpers/time.ts": "export {};",
    "components/common/box.tsx": "export {};",
    "server/manager.ts": "export {};",
    "lib/date-utils.ts": "export {};",
  }),
  ...plants("kebab-case", {
    "components/layout/PageHeader.tsx": "export {};",
    "lib/two_words.ts": "export {};",
  }),
  ...plants("size", { "lib/long.ts": "export {};\n".repeat(251) }),
  ...plants("forbidden word", {
    "features/points/queries.ts": [
      "export const f = (db: D) => db.$queryRawUnsafe(`x`);",
      'export const f = (db: D) => db["$executeRawUnsafe"]("x");',
      "export const f = ({ $queryRawUnsafe }: D) => $queryRawUnsafe;",
      "export const f = (db: D) => db.q`select set_config('app.session', ${1}, false)`;",
      'export const f = "SET app.session = 1";',
    ],
    "features/points/mutations.ts": [
      '"use server"; export {};',
      'export async function f() { "use server"; }',
    ],
    "features/points/schema.ts": [
      'import { z } from "zod"; export const s = z.strictObject({}).passthrough();',
      'import { z } from "zod"; export const s = z.any();',
      'import { z } from "zod"; export const s = z.looseObject({});',
    ],
    "components/layout/html.tsx": [
      "export const H = () => <div dangerouslySetInnerHTML={{ __html: x }} />;",
      "export const p = { dangerouslySetInnerHTML: { __html: x } };",
    ],
    "lib/period.test.ts": [
      'it.skip("x", () => {});',
      'it.only("x", () => {});',
      'test.todo("x");',
      'describe.each([1]).skip("x", () => {});',
      'describe.skip("x", () => {});',
    ],
    "lib/zone.ts": [
      SLASHES + " @ts-ignore\nexport {};",
      SLASHES + " oxlint-disable-next-line no-console\nexport {};",
    ],
  }),
];
