"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { Notice } from "#components/layout/notice.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { onlyAsked } from "../rules/next-steps.ts";
import type { AmendMatch } from "../schema.ts";
import { MatchDetails } from "./match-details.tsx";
import { MatchFields, type Fields } from "./match-fields.tsx";
import type { Story } from "./match-types.ts";
import styles from "./matches.module.css";

/** The rest, later. What another country was asked can no longer be changed. */
export function AmendForm({ story, close }: { story: Story; close: () => void }) {
  const t = useTranslations("matches");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data: recent } = useQuery(trpc.matches.recent.queryOptions({ deploymentId: story.deploymentId }));
  const amend = useMutation(
    trpc.matches.amend.mutationOptions({
      onSuccess: close,
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.matches.pathKey() }),
    }),
  );
  const form = useZodForm<AmendMatch>({
    schema: async () => (await import("../schema.ts")).amendMatchInput,
    initialValues: describedIn(story),
  });
  const isOut = story.events.some(({ step }) => step === "confirmation_requested");
  const fields: Fields = {
    values: form.values,
    bind: (name) => ({
      value: form.values[name as keyof AmendMatch],
      error: form.errors[name] as string | undefined,
    }),
    set: (name, value) => form.setFieldValue(name as keyof AmendMatch, value as never),
  };
  const others = (recent ?? []).filter(({ id }) => id !== story.id);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={form.onSubmit((values) =>
        amend.mutate({ ...(isOut ? values : onlyAsked(values)), version: story.version }),
      )}
    >
      {isOut ? <Notice tone="plain">{t("story.requestIsOut")}</Notice> : <MatchFields {...fields} />}
      <MatchDetails {...fields} zone={story.point.timeZone} recent={others} />
      <Refusal error={amend.error} />
      <div className={styles.actions}>
        <SubmitButton pending={amend.isPending}>{t("story.saveDetails")}</SubmitButton>
        <ActionButton onClick={close}>{t("story.cancel")}</ActionButton>
      </div>
    </form>
  );
}

function describedIn(story: Story): AmendMatch {
  return {
    id: story.id,
    version: story.version,
    database: story.database,
    documentType: story.documentType,
    issuer: story.issuer,
    recordStatus: story.recordStatus,
    noticeColour: story.noticeColour,
    requestingAuthority: story.requestingAuthority,
    channel: story.channel,
    finding: story.finding,
    interimMeasure: story.interimMeasure,
    routeOrigin: story.routeOrigin,
    routeTransit: story.routeTransit,
    routeDestination: story.routeDestination,
    sameTravellerAs: null,
    note: story.note,
  };
}
