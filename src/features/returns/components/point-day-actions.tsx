"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { ActionButton, ActionLink } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { PointDayData } from "./return-shapes.ts";
import { FiledNotice } from "./filed-notice.tsx";
import { QueryForm } from "./query-form.tsx";
import styles from "./point-day.module.css";
import { useReturnUnderWay } from "./use-waiting-return.ts";

/** What this reader may do with the day: the reviewer validates it whole or asks back; the country corrects it. */
export function PointDayActions({ day }: { day: PointDayData }) {
  const t = useTranslations("returns.day");
  const can = useCan();
  const { waits } = useReturnUnderWay(day);
  if (day.supersededAt !== null) return null;
  return (
    <div className={styles.actions}>
      {waits && <FiledNotice entry={waits} />}
      {can("return:file") && !waits && (
        <ActionLink href={`/log/return?deployment=${day.deploymentId}&day=${day.localDate}&correct=1`}>
          {t(day.interim ? "complete" : "correct")}
        </ActionLink>
      )}
      {can("return:validate") && day.review !== "validated" && (
        <QueryForm returnId={day.id} target={{}} label={t("queryWhole")} />
      )}
      {can("return:validate") && waiting(day) > 0 && <ValidateButton day={day} />}
    </div>
  );
}

/** Rows that one act would validate. */
function waiting(day: PointDayData): number {
  const whole = day.remarks.some(({ resolvedAt }) => resolvedAt === null);
  const rows = [
    ...(whole ? [] : day.lines),
    ...day.matches,
    ...day.matches.flatMap((match) => match.outcomes),
    ...day.arrests,
    ...day.people,
    ...day.seizures,
  ];
  const open = rows.filter((row) => row.review === "submitted").length;
  return open + (day.review === "submitted" ? 1 : 0);
}

function ValidateButton({ day }: { day: PointDayData }) {
  const t = useTranslations("returns.day");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const validate = useMutation(
    trpc.returns.validate.mutationOptions({ onSuccess: () => queries.invalidateQueries() }),
  );
  const act = () =>
    validate.mutate({
      deploymentId: day.deploymentId,
      localDate: day.localDate,
      returnId: day.id,
      seenAt: day.readAt,
    });
  const reason = day.mine ? t("notOwn") : day.interim && !day.dayOver ? t("dayNotOver") : null;
  return (
    <>
      <ActionButton look="primary" disabled={validate.isPending || reason !== null} onClick={act}>
        {t(day.review === "queried" ? "validateRest" : "validate")}
      </ActionButton>
      {reason && <p className={styles.hint}>{reason}</p>}
      <Refusal error={validate.error} />
    </>
  );
}
