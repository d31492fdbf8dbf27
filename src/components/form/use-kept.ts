"use client";

import { useEffect, useMemo, useState } from "react";
import type { z } from "zod";
import { untilLoaded } from "./until-loaded.ts";
import { useInBrowser } from "./use-in-browser.ts";

/**
 * What a form kept on this device, as the draft's schema reads it: null where nothing readable was kept, undefined while
 * the schema is on its way. It is fetched only where something was kept; pass functions that stay the same.
 */
export function useKept<Kept>(
  read: () => unknown,
  schema: () => Promise<z.ZodType<Kept>>,
): Kept | null | undefined {
  // The server knows nothing of this device: its page is taken over as it came, then what was kept is looked for.
  const here = useInBrowser();
  const kept = useMemo(() => (here ? read() : null), [here, read]);
  const [found, setFound] = useState<{ of: unknown; read: Kept | null }>();
  useEffect(() => {
    if (kept === null) return;
    let wanted = true;
    void untilLoaded(schema).then((loaded) => {
      const answer = loaded.safeParse(kept);
      if (wanted) setFound({ of: kept, read: answer.success ? answer.data : null });
    });
    return () => {
      wanted = false;
    };
  }, [kept, schema]);
  if (kept === null) return null;
  return found && found.of === kept ? found.read : undefined;
}
