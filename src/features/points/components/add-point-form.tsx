"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { ActionLink } from "#components/form/action-button.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useIssueSentence } from "#components/form/use-refusal.ts";
import { Card } from "#components/layout/card.tsx";
import { keepWorld } from "#components/layout/keep-world.ts";
import { Columns } from "#components/layout/page.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { newId } from "#lib/ids.ts";
import { useTRPC } from "#trpc/client.tsx";
import { addPointInput } from "../schema.ts";
import { AlikePoints, PointDetails } from "./point-details.tsx";
import { describedBy, emptyPoint, type PointValues } from "./point-fields.ts";
import { PointPlace } from "./point-place.tsx";
import styles from "./points.module.css";
import { useAround } from "./use-around.ts";

/** A new border point: on the map or by its code, with what follows from the place to look at. */
export function AddPointForm() {
  const t = useTranslations("points.form");
  const shell = useTranslations("shell");
  const { id, values, change, around, writable, another, setAnother, add } = useNewPoint();
  const [tried, setTried] = useState(false);
  const input = { id, countryCode: values.countryCode, ...describedBy(values), another };
  const read = addPointInput.safeParse(input);
  const errors = useErrors(tried && !read.success ? read.error.issues : []);
  return (
    <PageForm
      className={styles.form}
      onSend={() => {
        setTried(true);
        if (read.success) add.mutate(read.data);
      }}
    >
      <Columns split="halves">
        <Card title={t("place")}>
          <PointPlace values={values} onChange={change} errors={errors} begin />
        </Card>
        <Card title={t("pin")}>
          <div className={styles.form}>
            <PointDetails
              values={values}
              onChange={change}
              errors={errors}
              countries={writable}
              zone={around.timeZone}
              elsewhere={around.elsewhere}
            />
            <AlikePoints alike={around.alike} another={another} onAnother={setAnother} />
            <Refusal error={add.error} />
            <div className={styles.actions}>
              <SubmitButton pending={add.isPending}>{t("save")}</SubmitButton>
              <ActionLink href="/points">{shell("cancel")}</ActionLink>
            </div>
          </div>
        </Card>
      </Columns>
    </PageForm>
  );
}

/** What is typed so far, with what follows from it. */
function useNewPoint() {
  const trpc = useTRPC();
  const router = useRouter();
  const exercise = useExercise();
  const queries = useQueryClient();
  const { data: choices } = useQuery(trpc.points.choices.queryOptions({ exercise }));
  const writable = choices?.writable ?? [];
  const only = writable !== "all" && writable.length === 1 ? (writable[0] ?? "") : "";
  const [id] = useState(newId);
  const [typed, setTyped] = useState(() => emptyPoint(""));
  const [zoneTyped, setZoneTyped] = useState(false);
  const [another, setAnother] = useState(false);
  const begun = { ...typed, countryCode: typed.countryCode || only };
  const around = useAround(begun, null);
  const values = { ...begun, timeZone: zoneTyped ? typed.timeZone : (around.timeZone ?? "") };
  const change = useCallback((patch: Partial<PointValues>) => {
    setTyped((before) => ({ ...before, ...patch }));
    if ("timeZone" in patch) setZoneTyped(true);
    if ("latitude" in patch) setAnother(false);
  }, []);
  const add = useMutation(
    trpc.points.add.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.points.pathKey() });
        router.push(keepWorld(`/points/${id}`, exercise));
      },
    }),
  );
  return { id, values, change, around, writable, another, setAnother, add };
}

type Issues = Parameters<ReturnType<typeof useIssueSentence>>[0][];

/** The first sentence of each field. */
export function useErrors(issues: readonly unknown[]): Partial<Record<string, string>> {
  const say = useIssueSentence();
  const errors: Partial<Record<string, string>> = {};
  for (const issue of issues as Issues) errors[issue.path.join(".")] ??= say(issue);
  return errors;
}
