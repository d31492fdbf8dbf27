import net from "node:net";

export type CuttingProxy = { url: string; cuts: () => number; close: () => void };

/**
 * Stands before the web server and now and then breaks the line once the answer is there: the change is committed, and whoever sent
 * it cannot know.
 */
export function cuttingProxy(target: { host: string; port: number }, share: number): Promise<CuttingProxy> {
  let cuts = 0;
  const server = net.createServer((client) => {
    const upstream = net.connect(target);
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on("error", end).on("close", end);
    client.pipe(upstream);
    upstream.on("data", (answer) => {
      if (Math.random() < share) {
        cuts += 1;
        end();
      } else client.write(answer);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}`, cuts: () => cuts, close: () => server.close() });
    });
  });
}
