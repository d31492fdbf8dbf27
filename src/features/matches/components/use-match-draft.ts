"use client";

import { useMemo } from "react";
import { z } from "zod";
import { useDraft } from "#components/form/drafts.tsx";
import { newId } from "#lib/ids.ts";
import { recordMatchInput, type RecordMatch } from "../schema.ts";

// What was kept is text, and may be half filled in; what cannot be read any more is left behind.
const kept = z.strictObject({
  ...recordMatchInput.partial().shape,
  database: recordMatchInput.shape.database.nullish(),
  detectedAt: z.coerce.date().optional(),
});

/** While it is typed nobody has said yet which database answered: one tap must not record an empty match. */
export type MatchDraft = Omit<RecordMatch, "database"> & { database: RecordMatch["database"] | null };

/** An empty form: the first post on offer, now; which database answered is a choice of its own. */
export function emptyMatch(deploymentId: string): MatchDraft {
  return {
    id: newId(),
    deploymentId,
    detectedAt: new Date(),
    database: null,
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
      resume(posts: readonly string[]): MatchDraft | null {
        const read = kept.safeParse(draft.read());
        const post = read.data?.deploymentId;
        if (!read.success || post === undefined || !posts.includes(post)) return null;
        const known = Object.entries(read.data).filter(([, value]) => value !== undefined);
        return { ...emptyMatch(post), ...(Object.fromEntries(known) as Partial<MatchDraft>) };
      },
    }),
    [draft],
  );
}
