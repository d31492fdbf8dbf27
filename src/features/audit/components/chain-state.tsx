"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { isWhole } from "../rules.ts";
import type { Walked } from "../rules.ts";
import styles from "./audit.module.css";
import { useEventWords } from "./event-words.ts";

const COMMAND = "npm run audit:verify -- --anchor <file>";
const PLACE = "\u0001";

type State = RouterOutputs["audit"]["state"];

/** How far each chain has come and whether it is whole; walking them and taking their heads away. */
export function ChainState() {
  const t = useTranslations("audit.state");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data, error } = useQuery(trpc.audit.state.queryOptions());
  const refresh = () => queries.invalidateQueries({ queryKey: trpc.audit.pathKey() });
  const verify = useMutation(trpc.audit.verify.mutationOptions({ onSuccess: refresh }));
  const take = useMutation(
    trpc.audit.takeHeads.mutationOptions({
      onSuccess: (heads) => {
        keepFile(`muster-heads-${heads.at.replaceAll(":", "-")}.json`, JSON.stringify(heads));
        return refresh();
      },
    }),
  );
  const [before = "", after = ""] = t("takeText", { command: PLACE }).split(PLACE);
  return (
    <Card title={t("title")}>
      <p className={styles.text}>{t("text")}</p>
      {data ? <LastWalk state={data} /> : !error && <SkeletonLines lines={3} />}
      <div className={styles.actions}>
        <ActionButton look="primary" pending={verify.isPending} onClick={() => verify.mutate()}>
          {t("verify")}
        </ActionButton>
        <ActionButton pending={take.isPending} onClick={() => take.mutate()}>
          {t("take")}
        </ActionButton>
      </div>
      <p className={styles.text}>
        {before}
        <code dir="ltr" className={styles.hash}>
          {COMMAND}
        </code>
        {after}
      </p>
      <Refusal error={error ?? verify.error ?? take.error} title={t("refused")} />
      {verify.data && <Verdict chains={verify.data.chains} />}
      {data && <Chains state={data} walked={verify.data?.chains ?? null} />}
    </Card>
  );
}

/** Hands the text to the browser as a file. */
function keepFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function LastWalk({ state: { lastWalk } }: { state: State }) {
  const t = useTranslations("audit.state");
  const format = useFormatter();
  const words = useEventWords();
  if (!lastWalk) return <p className={styles.text}>{t("never")}</p>;
  const when = format.dateTime(lastWalk.at, "moment");
  return (
    <p className={styles.text}>
      {lastWalk.whole
        ? t("lastWhole", { when })
        : t("lastBroken", { when, chains: lastWalk.broken.map(words.chain).join(" · ") })}
    </p>
  );
}

function Verdict({ chains }: { chains: readonly Walked[] }) {
  const t = useTranslations("audit.state");
  const broken = chains.filter((one) => !isWhole(one));
  const events = chains.reduce((sum, one) => sum + one.events, 0);
  if (broken.length === 0) return <Notice tone="valid" title={t("allWhole", { events })} />;
  return <Notice tone="late" title={t("someBroken", { count: broken.length })} />;
}

function Chains({ state, walked }: { state: State; walked: readonly Walked[] | null }) {
  const t = useTranslations("audit.state");
  const format = useFormatter();
  const words = useEventWords();
  // A chain whose head was deleted is known from the walk alone.
  const lost = (walked ?? []).filter(({ chain }) => !state.chains.some((one) => one.chain === chain));
  const rows = [...state.chains, ...lost.map(({ chain, events }) => ({ chain, events, head: "" }))];
  const events = rows.reduce((sum, row) => sum + row.events, 0);
  return (
    <details className={styles.chains} open={walked?.some((one) => !isWhole(one))}>
      <summary>{t("count", { count: rows.length, events })}</summary>
      <SimpleTable
        label={t("title")}
        columns={[
          { header: t("chain") },
          { header: t("events"), align: "end" },
          { header: t("found") },
          { header: t("head") },
        ]}
        rows={rows.map((row) => ({
          key: row.chain,
          cells: [
            words.chain(row.chain),
            format.number(row.events, "count"),
            <Found key="found" walked={walked?.find(({ chain }) => chain === row.chain) ?? null} />,
            <bdi key="head" dir="ltr" className={styles.hash} title={row.head}>
              {row.head.slice(0, 16)}
            </bdi>,
          ],
        }))}
      />
    </details>
  );
}

function Found({ walked }: { walked: Walked | null }) {
  const t = useTranslations("audit.state");
  const format = useFormatter();
  if (walked === null) return <>{t("notWalked")}</>;
  if (walked.firstBad !== null)
    return <Chip tone="late">{t("broken", { seq: format.number(walked.firstBad, "count") })}</Chip>;
  if (!walked.headAgrees) return <Chip tone="late">{t("headDiffers")}</Chip>;
  return <Chip tone="valid">{t("whole")}</Chip>;
}
