import "server-only";
import { BlockList, isIP } from "node:net";
import { peerHeader } from "./peer.ts";

/**
 * The client's address: the end of the socket, or, when TRUSTED_PROXIES says that proxies of ours stand in front (how many, or
 * their addresses and networks), the entry of X-Forwarded-For they wrote. Null when unknown. An IPv6 address stands for its /64.
 */
export function trustedAddress(sent: { get(name: string): string | null }): string | null {
  const header = peerHeader();
  const peer = header === undefined ? null : sent.get(header);
  const hops = (sent.get("x-forwarded-for") ?? "").split(",").map(plain);
  return network(clientOf(hops, plain(peer ?? ""), process.env.TRUSTED_PROXIES ?? ""));
}

function clientOf(hops: string[], peer: string, trusted: string): string {
  if (/^\d+$/.test(trusted)) {
    const count = Number(trusted);
    return count === 0 ? peer : (hops.at(-count) ?? "");
  }
  const list = blockList(trusted);
  const isTrusted = (address: string) => list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  if (!isIP(peer) || !isTrusted(peer)) return peer;
  return hops.toReversed().find((hop) => !isIP(hop) || !isTrusted(hop)) ?? peer;
}

function blockList(written: string): BlockList {
  const list = new BlockList();
  for (const entry of written.split(",").map((part) => part.trim())) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (!isIP(address)) continue;
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** "::ffff:192.0.2.1" is 192.0.2.1. */
const plain = (written: string): string => written.trim().replace(/^::ffff:(?=\d+\.)/i, "");

function network(address: string): string | null {
  const family = isIP(address);
  if (family === 0) return null;
  if (family === 4) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = [
    ...before,
    ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0"),
    ...after,
  ];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
