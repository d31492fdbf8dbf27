"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Icon } from "#components/layout/icons.tsx";
import type { PaletteCommand } from "./command-palette.tsx";
import styles from "./search-button.module.css";

// Nobody pays for the palette before it is opened.
const CommandPalette = dynamic(() => import("./command-palette.tsx").then((m) => m.CommandPalette), {
  ssr: false,
});

/** Opens search and commands: a click, ⌘K or Ctrl+K, or a slash outside a field. */
export function SearchButton({ commands }: { commands: readonly PaletteCommand[] }) {
  const t = useTranslations("search");
  const [asked, setAsked] = useState(0);
  const [open, setOpen] = useState(false);
  const show = () => {
    setAsked((times) => times + 1);
    setOpen(true);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const chord = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k";
      if (!chord && !(event.key === "/" && !isTyping(event.target))) return;
      event.preventDefault();
      show();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        onClick={show}
        aria-label={t("open")}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <Icon name="matches" />
        <span className={styles.words}>{t("open")}</span>
        <kbd className={styles.keys} dir="ltr" aria-hidden="true">
          ⌘K
        </kbd>
      </button>
      {asked > 0 && <CommandPalette open={open} onClose={() => setOpen(false)} commands={commands} />}
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}
