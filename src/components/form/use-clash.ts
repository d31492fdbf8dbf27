"use client";

import { useState, type ReactNode } from "react";
import type { ClashField, ClashSide } from "./clash.tsx";

type Sides<Values> = { mine: Values; theirs: Values };
/** What was opened, what was typed, and what stands by now. */
type Versions<Values> = Sides<Values> & { base: Values };

const plain = (value: unknown) => JSON.stringify(value ?? null);
const differs = <Values extends object>(a: Values, b: Values, name: keyof Values) =>
  plain(a[name]) !== plain(b[name]);

/** What only the others touched: theirs to begin with, or saving would take back in silence what they did. */
export function untouchedOf<Values extends object, Name extends keyof Values>(
  names: readonly Name[],
  { base, mine, theirs }: Versions<Values>,
): Name[] {
  return names.filter((name) => !differs(base, mine, name) && differs(base, theirs, name));
}

export const theirsOf = (names: readonly string[]): Record<string, ClashSide> =>
  Object.fromEntries(names.map((name) => [name, "theirs" as const]));

/**
 * Both versions of a form once somebody else saved, for <Clash>. The form always shows what will be sent: taking one side
 * writes it there. Nothing is lost either way.
 */
export function useClash<Values extends object>(
  names: readonly (keyof Values & string)[],
  write: (name: keyof Values & string, value: unknown) => void,
) {
  const [sides, setSides] = useState<Sides<Values> | null>(null);
  const [chosen, setChosen] = useState<Record<string, ClashSide>>({});
  return {
    chosen,
    open: (versions: Versions<Values>) => {
      const { mine, theirs } = versions;
      const untouched = untouchedOf(names, versions);
      for (const name of untouched) write(name, theirs[name]);
      setChosen(theirsOf(untouched));
      setSides({ mine, theirs });
    },
    choose: (key: string, side: ClashSide) => {
      if (sides === null) return;
      const name = names.find((one) => one === key);
      if (name === undefined) return;
      write(name, sides[side][name]);
      setChosen({ ...chosen, [key]: side });
    },
    close: () => setSides(null),
    /** Null while nobody else saved. */
    fields: (say: {
      name: (name: keyof Values & string) => ReactNode;
      value: (values: Values, name: keyof Values & string) => ReactNode;
    }): ClashField[] | null => {
      if (sides === null) return null;
      return names
        .filter((name) => differs(sides.mine, sides.theirs, name))
        .map((name) => ({
          key: name,
          label: say.name(name),
          mine: say.value(sides.mine, name),
          theirs: say.value(sides.theirs, name),
        }));
    },
  };
}
