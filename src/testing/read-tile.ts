/** A vector tile read back without the code that wrote it: one layer, points, whole numbers. */
export type ReadFeature = { id: number; x: number; y: number; properties: Record<string, number> };
type Field = { field: number; number: number; bytes: Uint8Array };

function fieldsOf(bytes: Uint8Array): Field[] {
  const found: Field[] = [];
  let at = 0;
  const varint = () => {
    let [value, weight] = [0, 1];
    for (;;) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * weight;
      weight *= 128;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const number = varint();
    const isBlock = key % 8 === 2;
    found.push({
      field: Math.floor(key / 8),
      number,
      bytes: isBlock ? bytes.subarray(at, at + number) : new Uint8Array(),
    });
    if (isBlock) at += number;
  }
  return found;
}

function numbersOf(bytes: Uint8Array): number[] {
  const found: number[] = [];
  let [value, weight] = [0, 1];
  for (const byte of bytes) {
    value += (byte & 127) * weight;
    weight *= 128;
    if (byte < 128) {
      found.push(value);
      [value, weight] = [0, 1];
    }
  }
  return found;
}

const unzigzag = (value: number) => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

export function readTile(bytes: Uint8Array): { layer: string; features: ReadFeature[] } | null {
  const layer = fieldsOf(bytes).find(({ field }) => field === 3);
  if (!layer) return null;
  const parts = fieldsOf(layer.bytes);
  const of = (field: number) => parts.filter((part) => part.field === field);
  const text = new TextDecoder();
  const keys = of(3).map((part) => text.decode(part.bytes));
  const values = of(4).map((part) => fieldsOf(part.bytes)[0]?.number ?? 0);
  const features = of(2).map((part) => {
    const held = fieldsOf(part.bytes);
    const block = (field: number) =>
      numbersOf(held.find((one) => one.field === field)?.bytes ?? new Uint8Array());
    const tags = block(2);
    const pairs = Array.from(
      { length: tags.length / 2 },
      (_, pair) => [keys[tags[pair * 2] ?? 0] ?? "", values[tags[pair * 2 + 1] ?? 0] ?? 0] as const,
    );
    const [, x = 0, y = 0] = block(4);
    return {
      id: held.find(({ field }) => field === 1)?.number ?? 0,
      x: unzigzag(x),
      y: unzigzag(y),
      properties: Object.fromEntries(pairs),
    };
  });
  return { layer: text.decode(of(1)[0]?.bytes), features };
}
