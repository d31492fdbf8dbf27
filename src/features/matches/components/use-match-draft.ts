"use client";

import { useDraft } from "#components/form/drafts.tsx";
import { useKept } from "#components/form/use-kept.ts";
import { newId } from "#lib/ids.ts";
import type { KeptMatch, RecordMatch } from "../schema.ts";

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

/** The half-written match of this person on this device, in the world it was begun in: what cannot be read any more is left behind. */
export function useMatchDraft(exercise: boolean) {
  const draft = useDraft(exercise ? "match.exercise" : "match");
  const kept = useKept(draft.read, readsDraft);
  return { draft, kept };
}

const readsDraft = async () => (await import("../schema.ts")).matchDraft;

/** What was kept, if it can still be recorded at one of these posts. */
export function resumeMatch(kept: KeptMatch | null, posts: readonly string[]): MatchDraft | null {
  const post = kept?.deploymentId;
  if (post === undefined || !posts.includes(post)) return null;
  const known = Object.entries(kept ?? {}).filter(([, value]) => value !== undefined);
  return { ...emptyMatch(post), ...(Object.fromEntries(known) as Partial<MatchDraft>) };
}
