"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { readError } from "#components/form/read-error.ts";
import { Refusal } from "#components/form/refusal.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { ChooseRecord } from "../schema.ts";
import { useClaimWords } from "./claim-words.ts";
import type { Published, PublishedFigure } from "./figure-words.ts";
import styles from "./figures.module.css";

type Props = {
  operationId: string;
  set: Published["sets"][number];
  claims: readonly PublishedFigure[];
  done: () => void;
};

/** Chooses the figure of record, or that there is none; the reason is asked for every time and kept. */
export function RecordForm({ operationId, set, claims, done }: Props) {
  const t = useTranslations("figures.rival");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const say = useClaimWords();
  const form = useZodForm<ChooseRecord>({
    schema: async () => (await import("../schema.ts")).chooseRecordInput,
    initialValues: { id: set.id, version: set.version, figureId: set.recordFigureId, reason: "" },
  });
  const choose = useMutation(
    trpc.figures.chooseRecord.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.figures.pathKey() });
        done();
      },
      onError: async (error) => {
        if (readError(error).reason !== "figure_set.changed_meanwhile") return;
        // The claims above are shown anew; what was typed stays, and the next try is over what stands now.
        const { sets } = await queries.query({
          ...trpc.figures.list.queryOptions({ operationId }),
          staleTime: 0,
        });
        const now = sets.find(({ id }) => id === set.id);
        if (now) form.setFieldValue("version", now.version);
      },
    }),
  );
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => choose.mutate(values))}>
      <SelectField
        label={t("record")}
        value={form.values.figureId ?? ""}
        onChange={(event) => form.setFieldValue("figureId", event.currentTarget.value || null)}
        data={[
          { value: "", label: t("none") },
          ...claims.map((claim) => ({ value: claim.id, label: say(claim) })),
        ]}
      />
      <TextAreaField
        required
        label={t("reason")}
        description={t("reasonHint")}
        rows={2}
        maxLength={500}
        {...form.getInputProps("reason")}
      />
      <Refusal error={choose.error} />
      <div className={styles.actions}>
        <SubmitButton pending={choose.isPending}>{t("submit")}</SubmitButton>
        <ActionButton onClick={done}>{t("leave")}</ActionButton>
      </div>
    </form>
  );
}
