"use client";

import { useMantineStyleNonce } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { directionOf } from "#i18n/locale.ts";
import { usePaperFacts, type PaperProps } from "./paper-head.tsx";

/** A text as CSS writes one; line ends and the end of a style element cannot come out of it. */
const quoted = (text: string) =>
  `"${text.replace(/[\u0000-\u001f<>]/g, " ").replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;

/** What stands in the margins of every sheet: the mark, the subject, as of when, and the page of how many. */
export function PaperRunning(props: PaperProps) {
  const t = useTranslations("summary.paper");
  const rtl = directionOf(useLocale()) === "rtl";
  const { subject, mark, asOf } = usePaperFacts(props);
  const [start, end] = rtl ? ["right", "left"] : ["left", "right"];
  // Without its nonce the policy of the page refuses the margins of the sheet.
  const nonce = useMantineStyleNonce()?.();
  const page = `${quoted(`${t("page")} `)} counter(page) ${quoted(` ${t("pageOf")} `)} counter(pages)`;
  const box = (place: string, content: string, more = "") =>
    `@${place} { content: ${content}; ${rtl ? "direction: rtl;" : ""} ${more} }`;
  return (
    <style
      nonce={nonce}
      suppressHydrationWarning
    >{`@page { size: A4; margin: 20mm 16mm 18mm; font: 8pt "IBM Plex Sans", "IBM Plex Sans Arabic", sans-serif;
      ${box(`top-${start}`, quoted(`Muster · ${t("title")} · ${subject}`))}
      ${box(`top-${end}`, quoted(mark), "font-weight: 600;")}
      ${box(`bottom-${start}`, quoted(asOf))}
      ${props.filter.exercise ? box("bottom-center", quoted(t("exerciseStamp")), "font-weight: 600;") : ""}
      ${box(`bottom-${end}`, page)}
    }
    @page :first { @top-${start} { content: none } }`}</style>
  );
}
