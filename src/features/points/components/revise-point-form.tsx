"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { ActionLink } from "#components/form/action-button.tsx";
import { Clash, type ClashSide } from "#components/form/clash.tsx";
import { Known } from "#components/form/known.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { readError } from "#components/form/read-error.ts";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { theirsOf, untouchedOf } from "#components/form/use-clash.ts";
import { Card } from "#components/layout/card.tsx";
import { keepWorld } from "#components/layout/keep-world.ts";
import { Columns } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import { revisePointInput } from "../schema.ts";
import { useErrors } from "./add-point-form.tsx";
import { AlikePoints, PointDetails } from "./point-details.tsx";
import { describedBy, POINT_FIELDS, valuesOf, type PointField, type PointValues } from "./point-fields.ts";
import { PointPlace } from "./point-place.tsx";
import type { Point } from "./point-types.ts";
import styles from "./points.module.css";
import { useAround } from "./use-around.ts";

/** Edits a point; where someone saved meanwhile both versions stand side by side and neither is lost. */
export function RevisePointForm({ id }: { id: string }) {
  const t = useTranslations("points");
  const trpc = useTRPC();
  const exercise = useExercise();
  const read = useQuery(trpc.points.get.queryOptions({ id, exercise }));
  return (
    <Known query={read} title={t("title")} waiting={<SkeletonLines lines={10} />}>
      {(point) => (
        <>
          <PageHeader
            title={t("form.editTitle", { name: `\u2068${point.name}\u2069` })}
            crumbs={[
              { label: t("title"), href: "/points" },
              { label: point.code, href: `/points/${id}` },
            ]}
            exercise={exercise}
            lead={t("form.zoneChange")}
          />
          <Fields point={point} />
        </>
      )}
    </Known>
  );
}

function Fields({ point }: { point: Point }) {
  const t = useTranslations("points.form");
  const shell = useTranslations("shell");
  const { mine, change, clash, chosen, choose, errors, revise, send } = useRevision(point);
  const [another, setAnother] = useState(false);
  const around = useAround(mine, point.id);
  const theirs = valuesOf(point);
  const placed = (["latitude", "longitude", "iata", "unlocode"] as const).some(
    (field) => mine[field] !== theirs[field],
  );
  return (
    <PageForm
      className={styles.form}
      onSend={() => {
        send(another);
      }}
    >
      {clash ? (
        <PointClash mine={mine} theirs={theirs} chosen={chosen} onChoose={choose} />
      ) : (
        <Columns split="halves">
          <Card title={t("place")}>
            <PointPlace values={mine} onChange={change} errors={errors} />
          </Card>
          <Card title={point.name}>
            <PointDetails
              values={mine}
              onChange={change}
              errors={errors}
              zone={around.timeZone}
              elsewhere={around.elsewhere}
            />
          </Card>
        </Columns>
      )}
      {placed && <AlikePoints alike={around.alike} another={another} onAnother={setAnother} />}
      {!clash && <Refusal error={revise.error} />}
      <div className={styles.actions}>
        <SubmitButton pending={revise.isPending}>{t("saveEdit")}</SubmitButton>
        <ActionLink href={`/points/${point.id}`}>{shell("cancel")}</ActionLink>
      </div>
    </PageForm>
  );
}

type Chosen = Partial<Record<string, ClashSide>>;

/** What is typed, what it began from, and what was chosen where someone saved meanwhile. */
function useRevision(point: Point) {
  const trpc = useTRPC();
  const router = useRouter();
  const exercise = useExercise();
  const queries = useQueryClient();
  const theirs = valuesOf(point);
  const [mine, setMine] = useState(theirs);
  const [base, setBase] = useState({ version: point.version, values: theirs });
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState(false);
  const [chosen, setChosen] = useState<Chosen>({});
  const revise = useMutation(
    trpc.points.revise.mutationOptions({
      onSuccess: () => router.push(keepWorld(`/points/${point.id}`, exercise)),
      onError: (error) => setRefused(readError(error).reason === "point.changed_meanwhile"),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.points.pathKey() }),
    }),
  );
  const clash = refused && point.version !== base.version;
  const sides = { ...theirsOf(untouchedOf(POINT_FIELDS, { base: base.values, mine, theirs })), ...chosen };
  const merged = clash ? mergedOf(mine, theirs, sides) : mine;
  const version = clash ? point.version : base.version;
  const inputOf = (another: boolean) => ({ id: point.id, version, ...describedBy(merged), another });
  const checked = revisePointInput.safeParse(inputOf(false));
  const errors = useErrors(tried && !checked.success ? checked.error.issues : []);
  const send = (another: boolean) => {
    setTried(true);
    const read = revisePointInput.safeParse(inputOf(another));
    if (!read.success) return;
    setMine(merged);
    if (clash) setBase({ version, values: theirs });
    setRefused(false);
    setChosen({});
    revise.mutate(read.data);
  };
  const change = useCallback(
    (patch: Partial<PointValues>) => setMine((before) => ({ ...before, ...patch })),
    [],
  );
  const choose = (key: string, side: ClashSide) => setChosen({ ...chosen, [key]: side });
  return { mine, change, clash, chosen: sides, choose, errors, revise, send };
}

type ClashProps = {
  mine: PointValues;
  theirs: PointValues;
  chosen: Chosen;
  onChoose: (key: string, side: ClashSide) => void;
};

function PointClash({ mine, theirs, chosen, onChoose }: ClashProps) {
  const words = useFieldWords();
  const fields = POINT_FIELDS.filter((field) => mine[field] !== theirs[field]).map((field) => ({
    key: field,
    label: words.name(field),
    mine: words.value(mine, field),
    theirs: words.value(theirs, field),
  }));
  return <Clash fields={fields} chosen={chosen} onChoose={onChoose} />;
}

function mergedOf(
  mine: PointValues,
  theirs: PointValues,
  chosen: Partial<Record<string, ClashSide>>,
): PointValues {
  const taken = POINT_FIELDS.filter((field) => chosen[field] === "theirs");
  return { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) };
}

function useFieldWords() {
  const t = useTranslations("points.form");
  const kinds = useTranslations("terms.borderPointKind");
  const locale = useLocale();
  const NAMES = { timeZone: "zone", facingPointId: "facingPoint" } as const;
  return {
    name: (field: PointField) => t(field === "timeZone" || field === "facingPointId" ? NAMES[field] : field),
    value: (values: PointValues, field: PointField): string => {
      if (field === "kind") return kinds(values.kind);
      if (field === "facingCountry" && values.facingCountry) return countryName(values.facingCountry, locale);
      return values[field] || "—";
    },
  };
}
