import type { Issue } from "./issue-message.ts";

type Values = Record<string, string | number | Date>;
export type Refused = { reason: string; fallback: string; values: Values; issues: Issue[] };

const BY_CODE: Record<string, string> = {
  UNAUTHORIZED: "signed_out",
  FORBIDDEN: "forbidden",
  NOT_FOUND: "not_found",
  CONFLICT: "conflict",
  BAD_REQUEST: "invalid",
  UNPROCESSABLE_CONTENT: "invalid",
  PARSE_ERROR: "invalid",
  TOO_MANY_REQUESTS: "too_many",
  PAYLOAD_TOO_LARGE: "too_large",
  TIMEOUT: "timeout",
  CLIENT_CLOSED_REQUEST: "timeout",
  GATEWAY_TIMEOUT: "timeout",
};

/** What a failed call says: the server's reason (a key under `errors`), a general one to fall back to, and the fields it minds. */
export function readError(error: unknown): Refused {
  const data = isObject(error) && isObject(error.data) ? error.data : undefined;
  // Without an answer of ours the request never arrived, or its reply was lost on the way.
  if (!data) return { reason: "offline", fallback: "offline", values: {}, issues: [] };
  const issues = Array.isArray(data.issues)
    ? (data.issues as Issue[]).filter((i) => Array.isArray(i?.path))
    : [];
  const fallback = BY_CODE[String(data.code)] ?? "server";
  const reason = typeof data.reason === "string" ? data.reason : fallback;
  return { reason, fallback, values: isObject(data.values) ? (data.values as Values) : {}, issues };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
