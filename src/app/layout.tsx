import "#components/theme/tokens.css";
import "#components/theme/fonts.css";
import "@mantine/core/styles.layer.css";
import "#components/theme/global.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { directionOf } from "#i18n/locale.ts";
import { Providers } from "./providers.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("product"), template: `%s · ${t("product")}` },
    applicationName: t("product"),
    robots: { index: false, follow: false },
    referrer: "same-origin",
    icons: {
      icon: [
        { url: "/icon.svg", type: "image/svg+xml" },
        { url: "/favicon.ico", sizes: "32x32" },
      ],
      apple: "/apple-icon.png",
    },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#172029" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, request] = await Promise.all([getLocale(), headers()]);
  const nonce = request.get("x-nonce") ?? undefined;
  const dir = directionOf(locale);
  return (
    <html lang={locale} dir={dir} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
      </head>
      <body>
        <Providers nonce={nonce} dir={dir}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
