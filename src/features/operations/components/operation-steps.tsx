"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { Stack } from "#components/layout/page.tsx";
import type { OperationState } from "#generated/prisma/enums.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { missingForLive, nextStates } from "../rules/plan-state.ts";
import styles from "./plan-form.module.css";

type Operation = RouterOutputs["operations"]["show"];

/** Takes an operation one step on: what is missing, who is held back, and why where a reason is owed. */
export function OperationSteps({ operation, close }: { operation: Operation; close: () => void }) {
  const t = useTranslations("planning.step");
  const terms = useTranslations("terms.operationState");
  const [to, setTo] = useState<OperationState | null>(nextStates(operation.state)[0] ?? null);
  const [reason, setReason] = useState("");
  const [heldBack, setHeldBack] = useState<string[]>([]);
  const { step, send } = useStep(operation, close);
  if (to === null) return null;
  const missing = to === "live" ? missingForLive(operation) : [];
  const owed = missing.length > 0 || to === "cancelled";
  return (
    <Card title={t("title")} note={terms(operation.state)}>
      <Stack gap="tight">
        <Segmented
          label={t("to")}
          choices={nextStates(operation.state).map((value) => ({
            value,
            label: t(`do.${value}` as "do.live"),
          }))}
          value={to}
          onChange={setTo}
        />
        <p className={styles.hint}>{t(`means.${to}` as "means.live")}</p>
        {missing.length > 0 && (
          <p className={styles.empty}>{missing.map((part) => t(`missing.${part}`)).join(" ")}</p>
        )}
        {to !== "cancelled" && <HeldBack operation={operation} heldBack={heldBack} onChange={setHeldBack} />}
        <TextAreaField
          label={owed ? t("reason") : t("reasonOptional")}
          required={owed}
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Refusal error={step.error} />
        <div className={styles.pair}>
          <ActionButton
            look={to === "cancelled" ? "danger" : "primary"}
            disabled={step.isPending || (owed && reason.trim() === "")}
            onClick={() => send({ to, reason: reason.trim() || null, heldBack })}
          >
            {t(`do.${to}` as "do.live")}
          </ActionButton>
          <ActionButton onClick={close}>{t("leave")}</ActionButton>
        </div>
      </Stack>
    </Card>
  );
}

type Sent = { to: OperationState; reason: string | null; heldBack: string[] };

function useStep({ id, version }: Operation, close: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const step = useMutation(
    trpc.operations.changeState.mutationOptions({
      onSuccess: close,
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.operations.pathKey() }),
    }),
  );
  return { step, send: (sent: Sent) => step.mutate({ id, version, ...sent }) };
}

type HeldProps = { operation: Operation; heldBack: string[]; onChange: (codes: string[]) => void };

/** The countries that stand where the operation stands: each goes along unless it is held back. */
function HeldBack({ operation, heldBack, onChange }: HeldProps) {
  const t = useTranslations("planning.step");
  const locale = useLocale();
  const along = operation.participations.filter(({ state }) => state === operation.state);
  if (along.length === 0) return null;
  return (
    <fieldset className={styles.checks}>
      <legend>{t("along")}</legend>
      {along.map(({ countryCode }) => (
        <label key={countryCode}>
          <input
            type="checkbox"
            checked={!heldBack.includes(countryCode)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? heldBack.filter((code) => code !== countryCode)
                  : [...heldBack, countryCode],
              )
            }
          />
          {countryName(countryCode, locale)}
        </label>
      ))}
    </fieldset>
  );
}
