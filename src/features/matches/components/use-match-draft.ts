"use client";

import { useMemo } from "react";
import { z } from "zod";
import { useDraft } from "#components/form/drafts.tsx";
import { newId } from "#lib/ids.ts";
import { recordMatchInput, type RecordMatch } from "../schema.ts";

// What was kept is text, and may be half filled in; what cannot be read any more is left behind.
const kept = z.strictObject({ ...recordMatchInput.partial().shape, detectedAt: z.coerce.date().optional() });

/** An empty form: the first post on offer, now, and the database most hits come from. */
export function emptyMatch(deploymentId: string): RecordMatch {
  return {
    id: newId(),
    deploymentId,
    detectedAt: new Date(),
    database: "sltd",
    documentType: null,
    issuer: null,
    recordStatus: null,
    noticeColour: null,
    requestingAuthority: null,
    channel: "fixed",
    finding: null,
    interimMeasure: null,
    routeOrigin: null,
    routeTransit: null,
    routeDestination: null,
    sameTravellerAs: null,
    note: null,
  };
}

/** The half-written match of this person on this device, in the world it was begun in. */
export function useMatchDraft(exercise: boolean) {
  const draft = useDraft(exercise ? "match.exercise" : "match");
  return useMemo(
    () => ({
      ...draft,
      /** What was kept, if it can still be recorded at one of these posts. */
      resume(posts: readonly string[]): RecordMatch | null {
        const read = kept.safeParse(draft.read());
        const post = read.data?.deploymentId;
        if (!read.success || post === undefined || !posts.includes(post)) return null;
        const known = Object.entries(read.data).filter(([, value]) => value !== undefined);
        return { ...emptyMatch(post), ...(Object.fromEntries(known) as Partial<RecordMatch>) };
      },
    }),
    [draft],
  );
}
