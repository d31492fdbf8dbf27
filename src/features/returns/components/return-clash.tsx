"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Clash, type ClashField, type ClashSide } from "#components/form/clash.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { ReturnDraft } from "../schema.ts";
import { differing, sideOf, type Sided } from "./return-clash-sides.ts";
import { correctionDraft, type ReturnFormData } from "./return-draft.ts";
import { useReturnUnderWay } from "./use-waiting-return.ts";

type Props = {
  form: ReturnFormData;
  draft: ReturnDraft;
  onChange: (patch: Partial<ReturnDraft>) => void;
};

/** Somebody filed or corrected the day meanwhile: both versions field by field, above the form that shows what will be sent. */
export function ReturnClash(props: Props) {
  const trpc = useTRPC();
  const { supersedesId } = props.draft;
  const [seen] = useState(supersedesId);
  const begun = useQuery(trpc.returns.get.queryOptions({ id: seen ?? "" }, { enabled: seen !== null }));
  if (seen !== null && begun.isPending) return <SkeletonLines lines={4} />;
  return <Sides {...props} begun={begun.data?.kind === "checks" ? begun.data : null} />;
}

function Sides({ form, draft, onChange, begun }: Props & { begun: Sided | null }) {
  const [mine] = useState(draft);
  const [theirs] = useState(() => correctionDraft(form));
  const [differs] = useState(() => differing(mine, theirs));
  // What only the others changed is theirs to begin with.
  const [untouched] = useState(() =>
    differs.filter((key) => begun && sideOf(key).read(begun) === sideOf(key).read(mine)),
  );
  const [chosen, setChosen] = useState<Record<string, ClashSide>>(() => sides(untouched, "theirs"));
  const write = (keys: readonly string[], from: ReturnDraft) =>
    onChange(keys.reduce((now, key) => sideOf(key).write(now, sideOf(key).read(from)), draft));
  const take = (keys: readonly string[], side: ClashSide) => {
    setChosen((before) => ({ ...before, ...sides(keys, side) }));
    write(keys, side === "mine" ? mine : theirs);
  };
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    if (untouched.length > 0) write(untouched, theirs);
  });
  const say = useSaying();
  const fields = differs.map((key) => ({ key, label: say.name(key), ...say.both(key, { mine, theirs }) }));
  const none = useNoChecks(form);
  return (
    <Clash
      fields={none ? [none, ...fields] : fields}
      chosen={chosen}
      onChoose={(key, side) => take(none?.key === key ? differs : [key], side)}
    />
  );
}

const sides = (keys: readonly string[], side: ClashSide) =>
  Object.fromEntries(keys.map((key) => [key, side]));

/** What a side is called, and what it says. */
function useSaying() {
  const t = useTranslations("returns.form");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const said = (value: string | number | null) =>
    typeof value === "number" ? format.number(value, "count") : value || "—";
  return {
    name: (key: string) => {
      const { line } = sideOf(key);
      if (!line) return t(key === "note" || key === "onBehalf" ? key : "matchesStated");
      return [
        terms(`database.${line.database}`),
        terms(`unit.${line.unit}`),
        line.direction && terms(`direction.${line.direction}`),
        t(`basisName.${line.basis}`),
      ]
        .filter(Boolean)
        .join(", ");
    },
    both: (key: string, { mine, theirs }: Record<ClashSide, ReturnDraft>) => ({
      mine: said(sideOf(key).read(mine)),
      theirs: said(sideOf(key).read(theirs)),
    }),
  };
}

/** One side says that no checks were made, and why. */
function useNoChecks(form: ReturnFormData): ClashField | null {
  const t = useTranslations("returns.form");
  const terms = useTranslations("terms.noChecksReason");
  const { refused } = useReturnUnderWay(form);
  const mine = refused?.input.content.kind === "no_checks" ? terms(refused.input.content.reason) : null;
  const reason = form.existing?.noChecksReason;
  const theirs = reason ? terms(reason) : null;
  if (mine === theirs) return null;
  return { key: "no_checks", label: t("noChecks"), mine: mine ?? "—", theirs: theirs ?? "—" };
}
