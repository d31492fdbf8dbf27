"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useDraft } from "#components/form/drafts.tsx";
import type { Issue } from "#components/form/issue-message.ts";
import { useIssueSentence } from "#components/form/use-refusal.ts";
import { plan as planSchema, planDraft, type Plan } from "../schema/plan.ts";

/** What the form began from: nothing for a new operation, a version of its plan for one that stands. */
export type Began = { id: string; version: number; exercise: boolean; base: Plan | null; plan: Plan };
export type PlanErrors = Readonly<Record<string, string>>;

const NONE: PlanErrors = {};

/** The plan as typed, kept on this device until it is sent; refusals stand beside their fields once it was tried. */
export function usePlanForm(start: Began, draftName: string) {
  const draft = useDraft(draftName);
  const [kept] = useState(() => resume(draft.read(), start));
  const [began, setBegan] = useState(kept ?? start);
  const [plan, setPlan] = useState((kept ?? start).plan);
  const [resumed, setResumed] = useState(kept !== null);
  const [tried, setTried] = useState(false);
  const touched = useRef(kept !== null);
  const say = useIssueSentence();

  useEffect(() => {
    if (touched.current) draft.keep({ ...began, plan });
  }, [draft, began, plan]);

  const update = useCallback((change: (plan: Plan) => Plan) => {
    touched.current = true;
    setPlan(change);
  }, []);
  const patch = useCallback((changed: Partial<Plan>) => update((now) => ({ ...now, ...changed })), [update]);

  const errors = useMemo(() => (tried ? errorsOf(plan, say) : NONE), [tried, plan, say]);
  return {
    plan,
    began,
    errors,
    resumed,
    update,
    patch,
    /** The plan as it would be sent, or null with the refusals at their fields. */
    check(candidate: Plan = plan): Plan | null {
      setTried(true);
      const read = planSchema.safeParse(candidate);
      return read.success && candidate.year !== null ? read.data : null;
    },
    /** Goes on from another version of what stands. */
    rebase(version: number, base: Plan, merged: Plan) {
      touched.current = true;
      setBegan((now) => ({ ...now, version, base }));
      setPlan(merged);
    },
    discard() {
      draft.drop();
      touched.current = false;
      setBegan(start);
      setPlan(start.plan);
      setResumed(false);
      setTried(false);
    },
    drop: () => {
      touched.current = false;
      draft.drop();
    },
  };
}
export type PlanForm = ReturnType<typeof usePlanForm>;

/** What was kept, if it still reads as a plan of this operation. */
function resume(kept: unknown, start: Began): Began | null {
  const read = planDraft.safeParse(kept);
  if (!read.success || (start.base !== null && read.data.id !== start.id)) return null;
  return read.data;
}

function errorsOf(plan: Plan, say: (issue: Issue) => string): PlanErrors {
  const read = planSchema.safeParse(plan);
  const errors: Record<string, string> = {};
  for (const issue of read.success ? [] : read.error.issues)
    errors[issue.path.join(".")] ??= say(issue as unknown as Issue);
  if (plan.year === null)
    errors.year ??= say({ path: ["year"], code: "custom", params: { reason: "year_needed" } });
  return errors;
}
