import "server-only";
import pg from "pg";

type Called = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/**
 * A pool that lends a connection for one transaction. Prisma reads a relation in a second statement and does not look whether the
 * transaction still stands; by then the connection may be another reader's. So whoever borrowed it can say nothing more after
 * COMMIT or ROLLBACK, and a question that outlives its transaction fails instead of being answered under another name, or none.
 */
export class LendingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Called): void;
  override connect(callback?: Called): Promise<pg.PoolClient> | void {
    if (callback) return super.connect(callback);
    return super.connect().then(lend);
  }
}

const isEnd = (config: unknown): boolean =>
  typeof config === "object" &&
  config !== null &&
  "text" in config &&
  (config.text === "COMMIT" || config.text === "ROLLBACK");

function lend(client: pg.PoolClient): pg.PoolClient {
  const send = client.query.bind(client) as (...sent: unknown[]) => unknown;
  let over = false;
  const query = (...sent: unknown[]): unknown => {
    if (over) return Promise.reject(new Error("the transaction of this statement is over"));
    over = isEnd(sent[0]);
    return send(...sent);
  };
  const release = (error?: Error | boolean): void => {
    over = true;
    client.release(error);
  };
  return new Proxy(client, {
    get(of, name) {
      if (name === "query") return query;
      if (name === "release") return release;
      const held: unknown = Reflect.get(of, name, of);
      return typeof held === "function" ? (held.bind(of) as unknown) : held;
    },
  });
}
