import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** A real SMTP server of a few lines: what Muster sends arrives in `letters`, newest last. */
export async function openMailbox() {
  const letters: string[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((socket) =>
    receive(socket, (letter) => {
      letters.push(letter);
      for (const wake of waiting.splice(0)) wake();
    }),
  );
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;

  /** The token of the link in the newest letter to this address; waits until there is one. */
  async function tokenFor(email: string): Promise<string> {
    for (;;) {
      const letter = letters.findLast((text) => text.includes(`To: ${email}`));
      const token = letter === undefined ? undefined : /\/invite\/([0-9a-f]{64})/.exec(letter)?.[1];
      if (token) return token;
      await new Promise<void>((wake) => waiting.push(wake));
    }
  }

  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    tokenFor,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

function receive(socket: Socket, keep: (letter: string) => void): void {
  let heard = "";
  let letter: string | null = null;
  socket.write("220 mailbox\r\n");
  socket.on("data", (chunk) => {
    heard += chunk.toString("utf8");
    for (let end = heard.indexOf("\r\n"); end >= 0; end = heard.indexOf("\r\n")) {
      const line = heard.slice(0, end);
      heard = heard.slice(end + 2);
      if (letter === null) {
        if (line === "DATA") letter = "";
        socket.write(line === "DATA" ? "354 go on\r\n" : line === "QUIT" ? "221 bye\r\n" : "250 fine\r\n");
      } else if (line === ".") {
        // Long lines travel as quoted-printable.
        keep(letter.replaceAll("=\r\n", "").replaceAll("=3D", "="));
        letter = null;
        socket.write("250 kept\r\n");
      } else letter += `${line}\r\n`;
    }
  });
  socket.on("error", () => undefined);
}
