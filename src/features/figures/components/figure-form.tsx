"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionLink } from "#components/form/action-button.tsx";
import { Clash } from "#components/form/clash.tsx";
import { Known } from "#components/form/known.tsx";
import { readError } from "#components/form/read-error.ts";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { useClash } from "#components/form/use-clash.ts";
import { Card } from "#components/layout/card.tsx";
import { keepWorld } from "#components/layout/keep-world.ts";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import { FIGURE_FIELDS } from "../rules/fields.ts";
import type { FigureContent } from "../schema.ts";
import { DimensionFields, MoreFields } from "./figure-dimensions.tsx";
import { useFigureFieldWords } from "./figure-field-words.ts";
import { NumberFields, StandingFields, WhatFields } from "./figure-fields.tsx";
import type { Published, PublishedFigure } from "./figure-words.ts";
import styles from "./figures.module.css";
import { contentOf, enteringOf, revisionOf, useFigureForm } from "./use-figure-form.ts";
import type { FigureForm as Form } from "./use-figure-form.ts";

type Props = {
  operationId: string;
  /** Address of the tab to go back to. */
  back: string;
  published: Published;
  /** The version to revise; without one a new figure is entered. */
  figure?: PublishedFigure;
  /** The question it is a claim on. */
  figureSetId?: string | null;
};

/** Enters a published figure, or revises one over the version that was opened. */
export function FigureForm({ operationId, back, published, figure, figureSetId = null }: Props) {
  const t = useTranslations("figures");
  const trpc = useTRPC();
  const read = useQuery(trpc.figures.choices.queryOptions({ operationId }));
  const form = useFigureForm({ operationId, figureSetId, figure });
  const { send, pending, refused, clash } = useSending({ form, figure, operationId, back });
  const words = useFigureFieldWords(published, read.data?.phases);
  const differing = clash.fields(words);
  return (
    <Known query={read} title={t("notShown")} waiting={<SkeletonLines lines={10} />}>
      {(choices) => (
        <form className={styles.form} noValidate onSubmit={form.onSubmit(send)}>
          {differing && <Clash fields={differing} chosen={clash.chosen} onChoose={clash.choose} />}
          <Card title={t("form.what")}>
            <div className={styles.fields}>
              <WhatFields form={form} published={published} />
            </div>
          </Card>
          <Card title={t("form.numberTitle")}>
            <div className={styles.fields}>
              <NumberFields form={form} />
              <StandingFields form={form} />
            </div>
          </Card>
          <Card title={t("form.of")} note={t("form.optional")}>
            <div className={styles.fields}>
              <DimensionFields form={form} choices={choices} published={published} />
              <MoreFields form={form} published={published} own={figure} />
            </div>
          </Card>
          {figure && (
            <TextAreaField
              required
              label={t("field.reason")}
              description={t("hint.reason")}
              rows={2}
              maxLength={500}
              {...form.getInputProps("reason")}
            />
          )}
          {!differing && <Refusal error={refused} />}
          <div className={styles.actions}>
            <SubmitButton pending={pending}>{t(figure ? "form.revise" : "form.enter")}</SubmitButton>
            <ActionLink href={back}>{t("form.leave")}</ActionLink>
          </div>
        </form>
      )}
    </Known>
  );
}

type Sending = { form: Form; figure: PublishedFigure | undefined; operationId: string; back: string };

function useSending({ form, figure, operationId, back }: Sending) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const exercise = useExercise();
  const clash = useClash<FigureContent>(FIGURE_FIELDS, (name, value) =>
    form.setFieldValue(name, value as never),
  );
  const done = async () => {
    await queries.invalidateQueries({ queryKey: trpc.figures.pathKey() });
    router.push(keepWorld(back, exercise));
  };
  const findNewest = useNewest(operationId);
  const enter = useMutation(trpc.figures.enter.mutationOptions({ onSuccess: done }));
  const revise = useMutation(
    trpc.figures.revise.mutationOptions({
      onSuccess: done,
      onError: async (error, sent) => {
        if (!figure || readError(error).reason !== "figure.changed_meanwhile") return;
        const newest = await findNewest(sent.supersedesId);
        if (!newest) return;
        // The next try is a version of what stands now, under an id of its own.
        form.setFieldValue("supersedesId", newest.id);
        form.setFieldValue("id", newId());
        clash.open({ base: contentOf(figure), mine: contentOf(sent), theirs: contentOf(newest) });
      },
    }),
  );
  return {
    send: (values: Form["values"]) =>
      figure ? revise.mutate(revisionOf(values)) : enter.mutate(enteringOf(values)),
    pending: enter.isPending || revise.isPending,
    refused: figure ? revise.error : enter.error,
    clash,
  };
}

/** Follows the revisions of a figure to the version that stands; undefined when it was withdrawn. */
function useNewest(operationId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return async (id: string): Promise<PublishedFigure | undefined> => {
    const [{ figures }, earlier] = await Promise.all([
      queries.query({ ...trpc.figures.list.queryOptions({ operationId }), staleTime: 0 }),
      queries.query({ ...trpc.figures.earlier.queryOptions({ operationId }), staleTime: 0 }),
    ]);
    const all = [...figures, ...earlier];
    let at = id;
    for (let step = 0; step < all.length; step += 1)
      at = all.find(({ supersedesId }) => supersedesId === at)?.id ?? at;
    return figures.find((figure) => figure.id === at);
  };
}
