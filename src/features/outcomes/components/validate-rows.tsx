"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "#access/use-can.tsx";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { ResultKind } from "../rules.ts";
import styles from "./outcomes.module.css";
import type { ResultRow } from "./use-result-columns.tsx";

/** Everything on this page that waits for its reviewer, validated in one act: all or none, and never one's own. */
export function ValidateRows({ kind, rows }: { kind: ResultKind; rows: readonly ResultRow[] }) {
  const t = useTranslations("outcomes.list");
  const can = useCan();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [done, setDone] = useState<number | null>(null);
  const validate = useMutation(
    trpc.outcomes.validate.mutationOptions({
      onSuccess: ({ validated }) => setDone(validated),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.outcomes.pathKey() }),
    }),
  );
  const waiting = rows.filter((row) => row.review === "submitted" && row.supersededAt === null && !row.mine);
  if (!can("outcome:validate") || (waiting.length === 0 && done === null)) return null;
  return (
    <div className={styles.validate} aria-live="polite">
      {waiting.length > 0 && (
        <ActionButton
          look="primary"
          disabled={validate.isPending}
          onClick={() =>
            validate.mutate({ results: waiting.map(({ id, version }) => ({ kind, id, version })) })
          }
        >
          {t(validate.isPending ? "validating" : "validateAll", { count: waiting.length })}
        </ActionButton>
      )}
      {done !== null && !validate.isPending && (
        <Notice tone="valid">{t("validatedNow", { count: done })}</Notice>
      )}
      <Refusal error={validate.error} />
    </div>
  );
}
