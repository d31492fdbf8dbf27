import "server-only";
import pg from "pg";

const OPENED = { command: "BEGIN", rowCount: null, oid: 0, fields: [], rows: [] };

const isBegin = (config: unknown): boolean =>
  typeof config === "object" && config !== null && "text" in config && config.text === "BEGIN";

/**
 * A connection that sends BEGIN together with the statement after it: opening a transaction costs no round trip of its own.
 * Should BEGIN itself fail, the connection is lost and the next statement says so; no statement can then see a row, because
 * who asks is known to its transaction alone.
 */
export class PipelinedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true } as pg.ClientConfig);
    const send = this.query.bind(this) as (...sent: unknown[]) => unknown;
    const query = (...sent: unknown[]): unknown => {
      if (!isBegin(sent[0]) || sent.some((part) => typeof part === "function")) return send(...sent);
      (send(...sent) as Promise<unknown>).catch(() => undefined);
      return Promise.resolve(OPENED);
    };
    this.query = query as typeof this.query;
  }
}

/** At most so many texts are kept ready in every connection; those that come later are parsed each time. */
const MOST_STATEMENTS = 500;

/** Names each statement by its text, so that the database keeps its plan; no name once there are too many. */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MOST_STATEMENTS) return "";
    const name = `m${names.size}`;
    names.set(sql, name);
    return name;
  };
}
