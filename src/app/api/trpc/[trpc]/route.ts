import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { log } from "#server/log.ts";
import { currentRequest } from "#server/request.ts";
import { appRouter } from "#trpc/root.ts";

const MOST_BYTES = 512 * 1024;
/** As many as our own pages send at once: each call is a transaction. */
const MOST_CALLS = 20;

/** The only door for data: POST, JSON, bounded. */
export async function POST(request: Request): Promise<Response> {
  if (!request.headers.get("content-type")?.startsWith("application/json"))
    return refused(415, "door.not_json");
  const body = await boundedBody(request);
  if (body === null) return refused(413, "door.too_large");
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request(request.url, { method: "POST", headers: request.headers, body, signal: request.signal }),
    router: appRouter,
    allowMethodOverride: true,
    maxBatchSize: MOST_CALLS,
    createContext: currentRequest,
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR")
        log.error({ path, err: error.cause ?? error }, "procedure failed");
    },
  });
}

/** The stream of hints, which a browser can only open by GET: it takes no input and answers no data. */
export async function GET(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (pathname !== "/api/trpc/live.changes" || search.length > 500) return refused(405, "door.not_post");
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: currentRequest,
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR")
        log.error({ path, err: error.cause ?? error }, "stream failed");
    },
  });
}

async function boundedBody(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body)
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > MOST_BYTES) return null;
      chunks.push(chunk);
    }
  return Buffer.concat(chunks).toString("utf8");
}

function refused(status: number, reason: string): Response {
  return Response.json(
    { error: { json: { message: reason, code: -32600, data: { httpStatus: status, reason } } } },
    { status },
  );
}
