const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let lastMs = 0;
let sequence = 0;

/** A new UUIDv7, made where the record is made (browser or server); ids of one process sort in order of making. */
export function newId(now: number = Date.now()): string {
  const [start = 0, flag = 0, ...random] = crypto.getRandomValues(new Uint8Array(10));
  if (now > lastMs) {
    lastMs = now;
    sequence = start;
  } else {
    sequence += 1;
    // 12 bits hold the order within a millisecond; beyond that the clock is borrowed from.
    if (sequence > 0xfff) {
      lastMs += 1;
      sequence = 0;
    }
  }
  const time = lastMs.toString(16).padStart(12, "0");
  const order = sequence.toString(16).padStart(3, "0");
  const variant = (0x8 | (flag & 0x3)).toString(16);
  const rest = random.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const tail = variant + rest.slice(0, 15);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** Is this a UUID in lower case, as the database prints it? */
export function isId(written: unknown): written is string {
  return typeof written === "string" && UUID.test(written);
}
