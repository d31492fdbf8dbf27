"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DateField } from "#components/form/date-field.tsx";
import { Known } from "#components/form/known.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { keepWorld } from "#components/layout/keep-world.ts";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { newId } from "#lib/ids.ts";
import { daysBetween } from "#lib/period.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { beginClone, changeClone, type CloneDraft } from "../rules/clone-draft.ts";
import { slugOf } from "../rules/plan-slug.ts";
import { spanOf } from "../rules/plan-shift.ts";
import { ClonePreview } from "./clone-preview.tsx";
import styles from "./plan-form.module.css";
import { bindFields, type PlanChoices } from "./plan-tools.tsx";

type Source = RouterOutputs["operations"]["plan"];
type Props = { slug: string; today: string };

/** A new operation after the pattern of one that stands, with every day moved together. */
export function CloneOperation({ slug, today }: Props) {
  const t = useTranslations("planning");
  const trpc = useTRPC();
  const plan = useQuery(trpc.operations.plan.queryOptions({ slug }));
  const { data: source, error } = plan;
  const exercise = source?.exercise ?? false;
  const choices = useQuery({
    ...trpc.operations.planForm.queryOptions({ exercise }),
    enabled: source !== undefined,
  });
  const both = source && choices.data && { source, choices: choices.data };
  return (
    <Known
      query={{ data: both, error: error ?? choices.error, refetch: (error ? plan : choices).refetch }}
      title={t("clone.title")}
      waiting={<SkeletonBox height={480} />}
    >
      {(read) =>
        read.choices.mayOpen ? (
          <Filled {...read} today={today} />
        ) : (
          <EmptyState title={t("new.notYours")}>{t("new.notYoursText")}</EmptyState>
        )
      }
    </Known>
  );
}

function useClone({ source, today }: { source: Source; today: string }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const span = spanOf(source.plan);
  const [id] = useState(newId);
  const [draft, setDraft] = useState(() => beginClone(source.plan, today));
  const clone = useMutation(
    trpc.operations.clone.mutationOptions({
      async onSuccess({ slug }) {
        await queries.invalidateQueries({ queryKey: trpc.operations.pathKey() });
        router.push(keepWorld(`/operations/${slug}/edit`, source.exercise));
      },
    }),
  );
  return {
    row: draft,
    span,
    clone,
    change: (changed: Partial<CloneDraft>) => setDraft((now) => changeClone(now, changed)),
    send: () => {
      const { ownYear: _, year, ...row } = draft;
      if (year !== null) clone.mutate({ ...row, id, year, sourceId: source.id, exercise: source.exercise });
    },
  };
}

function Filled({ source, choices, today }: { source: Source; choices: PlanChoices; today: string }) {
  const t = useTranslations("planning");
  const format = useFormatter();
  const { row, span, clone, change, send } = useClone({ source, today });
  const fields = bindFields({ row, path: "", errors: {}, change });
  const moved = span && row.startsOn ? daysBetween(span.from, row.startsOn) : 0;
  return (
    <PageForm
      className={styles.sections}
      onSend={() => {
        send();
      }}
    >
      <Card title={t("clone.what")} note={source.plan.codename}>
        <div className={styles.grid}>
          <TextField
            className={styles.whole}
            label={t("field.codename")}
            description={t("field.codenameHint")}
            {...fields.line("codename")}
            required
          />
          <TextField
            label={t("field.edition")}
            description={t("field.editionHint")}
            {...fields.digits("edition")}
          />
          {span && <DateField label={t("clone.start")} {...fields.day("startsOn")} />}
          <TextField label={t("field.year")} {...fields.digits("year")} required />
        </div>
        <p className={styles.hint}>
          {t("field.address")}: <bdi dir="ltr">/operations/{slugOf(row)}</bdi>
          {span && row.startsOn && (
            <> · {t("clone.moved", { count: moved, first: format.dateTime(new Date(span.from), "day") })}</>
          )}
        </p>
      </Card>
      <ClonePreview plan={source.plan} startsOn={row.startsOn} choices={choices} />
      <Refusal
        error={clone.error}
        labels={{ codename: t("field.codename"), year: t("field.year"), startsOn: t("clone.start") }}
      />
      <div className={styles.bar}>
        <span className={styles.barWords}>{t("clone.not")}</span>
        <SubmitButton pending={clone.isPending || clone.isSuccess}>{t("clone.save")}</SubmitButton>
      </div>
    </PageForm>
  );
}
