import { client } from "#server/db.ts";

/** "ok" only when the database answers. */
export async function GET(): Promise<Response> {
  try {
    await client().$queryRaw`SELECT 1`;
    return Response.json({ status: "ok" });
  } catch {
    return Response.json({ status: "unavailable" }, { status: 503 });
  }
}
