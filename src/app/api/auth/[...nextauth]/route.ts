export { authRoute as GET, authRoute as POST } from "#server/session.ts";
