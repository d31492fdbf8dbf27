"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { MultiSelectField } from "#components/form/select-field.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { Card } from "#components/layout/card.tsx";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { OpenQuestion as Input } from "../schema.ts";
import { useClaimWords } from "./claim-words.ts";
import type { Published } from "./figure-words.ts";
import styles from "./figures.module.css";

type Props = { operationId: string; published: Published };
const blank = (operationId: string): Input => ({
  id: newId(),
  operationId,
  question: "",
  scope: null,
  figureIds: [],
});

/** Opens a question to which several figures claim to be the answer. */
export function OpenQuestion({ operationId, published }: Props) {
  const t = useTranslations("figures.question");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const say = useClaimWords();
  const [shown, setShown] = useState(false);
  const form = useZodForm<Input>({
    schema: async () => (await import("../schema.ts")).openQuestionInput,
    initialValues: blank(operationId),
  });
  const open = useMutation(
    trpc.figures.openQuestion.mutationOptions({
      onSuccess: async () => {
        form.setValues(blank(operationId));
        setShown(false);
        await queries.invalidateQueries({ queryKey: trpc.figures.pathKey() });
      },
    }),
  );
  if (!shown) return <ActionButton onClick={() => setShown(true)}>{t("open")}</ActionButton>;
  const free = published.figures.filter(({ figureSetId }) => figureSetId === null);
  return (
    <Card title={t("title")} note={t("note")}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => open.mutate(values))}>
        <TextField
          required
          label={t("question")}
          description={t("hint")}
          maxLength={300}
          {...form.getInputProps("question")}
        />
        <TextField
          label={t("scope")}
          maxLength={200}
          value={form.values.scope ?? ""}
          error={form.errors.scope}
          onChange={(event) => form.setFieldValue("scope", event.currentTarget.value || null)}
        />
        <MultiSelectField
          label={t("claims")}
          data={free.map((figure) => ({ value: figure.id, label: say(figure) }))}
          {...form.getInputProps("figureIds")}
        />
        <Refusal error={open.error} />
        <div className={styles.actions}>
          <SubmitButton pending={open.isPending}>{t("submit")}</SubmitButton>
          <ActionButton onClick={() => setShown(false)}>{t("leave")}</ActionButton>
        </div>
      </form>
    </Card>
  );
}
