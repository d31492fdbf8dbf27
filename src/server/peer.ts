import "server-only";
import { randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const held = globalThis as unknown as { musterPeerHeader?: string };

/** The header in which this process notes who is at the other end of the socket; its name cannot be guessed, so not be sent. */
export const peerHeader = (): string | undefined => held.musterPeerHeader;

/** From now on every request carries the address of its socket, which Next does not hand on. Once a process, at its start. */
export function notePeers(): void {
  if (held.musterPeerHeader) return;
  const header = `x-peer-${randomBytes(12).toString("hex")}`;
  held.musterPeerHeader = header;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[header] = request.socket.remoteAddress ?? "";
  });
}
