import "server-only";
import pino from "pino";

/** Structured log on standard output; secrets and typed text never reach it. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  redact: {
    paths: ["*.password", "*.token", "*.cookie", "*.authorization", "*.text", "*.note"],
    censor: "…",
  },
});
