import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { ThemeProvider } from "#components/theme/theme-provider.tsx";

type Props = { nonce: string | undefined; dir: "ltr" | "rtl"; children: ReactNode };

/** What every page stands in, signed in or not: language and look. */
export function Providers({ nonce, dir, children }: Props) {
  return (
    <NextIntlClientProvider>
      <ThemeProvider nonce={nonce} dir={dir}>
        {children}
      </ThemeProvider>
    </NextIntlClientProvider>
  );
}
