import { useState } from "react";

/** What the reader just chose, shown at once; the address follows, and is believed again as soon as it changes. */
export function useAtOnce<Value>(written: Value, address: string): [Value, (chosen: Value) => void] {
  const [held, setHeld] = useState({ value: written, address });
  if (held.address !== address) setHeld({ value: written, address });
  return [held.address === address ? held.value : written, (chosen) => setHeld({ value: chosen, address })];
}
