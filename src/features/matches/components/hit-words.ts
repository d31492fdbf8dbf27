"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Database, DocumentType, NoticeColour, RecordStatus } from "#generated/prisma/enums.ts";
import { authorityName } from "../rules/asked.ts";

type Hit = {
  database: Database;
  documentType: DocumentType | null;
  recordStatus: RecordStatus | null;
  noticeColour: NoticeColour | null;
  issuer?: string | null;
  requestingAuthority?: string | null;
};

/** A match in one line: "SLTD · Passport · Denmark · Lost". */
export function useHitWords(): (hit: Hit) => string {
  const t = useTranslations("terms");
  const locale = useLocale();
  return (hit) =>
    [
      t(`database.${hit.database}`),
      hit.documentType && t(`documentType.${hit.documentType}`),
      hit.issuer && authorityName(hit.issuer, locale),
      hit.recordStatus && t(`recordStatus.${hit.recordStatus}`),
      hit.noticeColour && t(`noticeColour.${hit.noticeColour}`),
      hit.requestingAuthority && authorityName(hit.requestingAuthority, locale),
    ]
      .filter(Boolean)
      .join(" · ");
}
