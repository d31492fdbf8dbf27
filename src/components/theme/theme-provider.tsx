"use client";

import { DirectionProvider, MantineProvider, useDirection } from "@mantine/core";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { cssVariables, theme } from "./theme.ts";

type Props = { nonce: string | undefined; dir: "ltr" | "rtl"; children: ReactNode };

/** Mantine with Muster's look. `nonce` lets its style tags pass the Content-Security-Policy. */
export function ThemeProvider({ nonce, dir, children }: Props) {
  // The policy of this document keeps its first nonce; a later refresh brings another one that it would refuse.
  const [firstNonce] = useState(nonce);
  return (
    <DirectionProvider initialDirection={dir} detectDirection={false}>
      <DirectionFollows dir={dir} />
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={firstNonce ? () => firstNonce : undefined}
      >
        {children}
      </MantineProvider>
    </DirectionProvider>
  );
}

function DirectionFollows({ dir }: { dir: "ltr" | "rtl" }) {
  const { dir: current, setDirection } = useDirection();
  useEffect(() => {
    if (current !== dir) setDirection(dir);
  }, [current, dir, setDirection]);
  return null;
}
