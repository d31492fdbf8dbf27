"use client";

import { useState } from "react";
import { useDraft } from "./drafts.tsx";
import { useInBrowser } from "./use-in-browser.ts";

/** What is being said, kept on this device until it is sent. */
export function useSaid(name: string, before = "") {
  const draft = useDraft(name);
  const here = useInBrowser();
  const [typed, setTyped] = useState<string | null>(null);
  const kept = here ? draft.read() : null;
  const type = (text: string) => {
    setTyped(text);
    if (text === "") draft.drop();
    else draft.keep(text);
  };
  const sent = () => {
    draft.drop();
    setTyped(null);
  };
  return { text: typed ?? (typeof kept === "string" ? kept : before), type, sent };
}
