"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton, ActionLink } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { useClaimWords } from "./claim-words.ts";
import type { Published } from "./figure-words.ts";
import styles from "./figures.module.css";
import { RecordForm } from "./record-form.tsx";

type ClaimSet = Published["sets"][number];
type Props = { operationId: string; set: ClaimSet; published: Published; slug: string };

/** Claims join a question and leave it, and one of them becomes of record. */
export function QuestionDesk({ operationId, set, published, slug }: Props) {
  const t = useTranslations("figures.rival");
  const [choosing, setChoosing] = useState(false);
  const claims = published.figures.filter(({ figureSetId }) => figureSetId === set.id);
  if (choosing)
    return (
      <div className={styles.desk}>
        <RecordForm operationId={operationId} set={set} claims={claims} done={() => setChoosing(false)} />
      </div>
    );
  return (
    <div className={`${styles.fields} ${styles.desk}`}>
      <div className={styles.actions}>
        <ActionButton
          onClick={() => setChoosing(true)}
          disabled={claims.length === 0 && set.recordFigureId === null}
        >
          {t(set.recordFigureId === null ? "choose" : "chooseAgain")}
        </ActionButton>
        <ActionLink href={`/operations/${slug}/figures/new?question=${set.id}`}>{t("enterClaim")}</ActionLink>
      </div>
      <ClaimMoves set={set} published={published} />
    </div>
  );
}

function ClaimMoves({ set, published }: Omit<Props, "slug" | "operationId">) {
  const t = useTranslations("figures.rival");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const say = useClaimWords();
  const refresh = { onSettled: () => queries.invalidateQueries({ queryKey: trpc.figures.pathKey() }) };
  const add = useMutation(trpc.figures.addClaim.mutationOptions(refresh));
  const remove = useMutation(trpc.figures.removeClaim.mutationOptions(refresh));
  const { id, version } = set;
  const pending = add.isPending || remove.isPending;
  const free = published.figures.filter(({ figureSetId }) => figureSetId === null);
  const leaving = published.figures.filter(
    ({ figureSetId, id: figureId }) => figureSetId === id && figureId !== set.recordFigureId,
  );
  return (
    <div className={styles.pair}>
      <Move
        label={t("add")}
        action={t("addDo")}
        figures={free}
        say={say}
        pending={pending}
        onChoose={(figureId) => add.mutate({ id, version, figureId })}
      />
      <Move
        label={t("remove")}
        action={t("removeDo")}
        figures={leaving}
        say={say}
        pending={pending}
        onChoose={(figureId) => remove.mutate({ id, version, figureId })}
      />
      <Refusal error={add.error ?? remove.error} />
    </div>
  );
}

type MoveProps = {
  label: string;
  action: string;
  figures: Published["figures"];
  say: ReturnType<typeof useClaimWords>;
  pending: boolean;
  onChoose: (figureId: string) => void;
};

function Move({ label, action, figures, say, pending, onChoose }: MoveProps) {
  const t = useTranslations("shell.form");
  const [chosen, setChosen] = useState("");
  if (figures.length === 0) return null;
  const still = figures.some(({ id }) => id === chosen) ? chosen : "";
  return (
    <div className={styles.move}>
      <SelectField
        label={label}
        value={still}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: "", label: t("choose") },
          ...figures.map((figure) => ({ value: figure.id, label: say(figure) })),
        ]}
      />
      <ActionButton disabled={still === "" || pending} aria-label={label} onClick={() => onChoose(still)}>
        {action}
      </ActionButton>
    </div>
  );
}
