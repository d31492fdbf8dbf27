import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CanProvider } from "#access/use-can.tsx";
import { listed } from "#i18n/side-by-side.ts";
import { countryName } from "#lib/country.ts";
import { isDemo } from "#server/session.ts";
import { TRPCProvider } from "#trpc/client.tsx";
import type { caller } from "#trpc/server.tsx";
import { readerOrDoor } from "../reader-or-door.ts";
import { DeskFrame } from "./desk-frame.tsx";

type Me = Awaited<ReturnType<ReturnType<typeof caller>["people"]["me"]>>;

/** Where Mapbox is to draw the maps, its token stands in the head of the page. */
export async function generateMetadata() {
  const token = (await headers()).get("x-muster-mapbox");
  return token === null ? {} : { other: { "mapbox-token": token } };
}

/** The frame of everything behind the door; whoever has no live session is led to it and back. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const me = await readerOrDoor();
  const terms = await getTranslations("terms.role");
  const roles = [...new Set(me.grants.map((grant) => terms(grant.role)))];
  return (
    <TRPCProvider>
      <CanProvider permissions={me.permissions}>
        <DeskFrame
          personId={me.id}
          account={{ name: me.name, email: me.email, role: listed(await getLocale(), roles) }}
          scope={await scopeInWords(me)}
          permissions={me.permissions}
          demo={isDemo()}
        >
          {children}
        </DeskFrame>
      </CanProvider>
    </TRPCProvider>
  );
}

async function scopeInWords({ grants }: Me): Promise<string> {
  const t = await getTranslations("shell");
  const locale = await getLocale();
  if (grants.some((grant) => grant.countries === "all")) return t("allCountries");
  const codes = [...new Set(grants.flatMap((grant) => grant.countries))];
  if (codes.length > 3) return t("someCountries", { count: codes.length });
  return codes.map((code) => countryName(code, locale)).join(" · ") || t("noCountry");
}
