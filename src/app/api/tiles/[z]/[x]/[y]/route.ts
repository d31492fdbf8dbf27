import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { caller } from "#trpc/server.tsx";

type Place = { params: Promise<{ z: string; x: string; y: string }> };

/** Tiles as the map fetches them: the same procedure as everything else, under the same session; only the wire is another. */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  // `seen` only makes the address new when the totals are.
  const { points, seen: _, ...chosen } = Object.fromEntries(new URL(request.url).searchParams);
  const { z, x, y } = await params;
  const named = points === undefined ? {} : { points: points.split(".") };
  try {
    const asked = { ...chosen, ...named, z, x, y } as unknown as Parameters<
      ReturnType<typeof caller>["situation"]["tile"]
    >[0];
    const { tile } = await caller().situation.tile(asked);
    if (tile === "") return new Response(null, { status: 204 });
    return new Response(Buffer.from(tile, "base64"), {
      headers: { "Content-Type": "application/vnd.mapbox-vector-tile" },
    });
  } catch (error) {
    if (error instanceof TRPCError) return new Response(null, { status: getHTTPStatusCodeFromError(error) });
    throw error;
  }
}
