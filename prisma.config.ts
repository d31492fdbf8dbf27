import { defineConfig } from "prisma/config";

// Migrations run through prisma/migrate.ts; this file serves `prisma generate` and those who own Prisma's command line.
export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.MIGRATION_DATABASE_URL ?? process.env.DATABASE_URL ?? "" },
});
