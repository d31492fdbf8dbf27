"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Clash } from "#components/form/clash.tsx";
import { Known } from "#components/form/known.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Stack } from "#components/layout/page.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise, WorldLink } from "#components/layout/world-link.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { ProgrammeFields } from "./programme-fields.tsx";
import { useProgrammeWords } from "./programme-words.ts";
import styles from "./programmes.module.css";
import { useProgrammeRevising, type Programme } from "./use-programme-revising.ts";

/** One programme: what is said of it, and how many operations name it. */
export function ProgrammeDetail({ id }: { id: string }) {
  const t = useTranslations("programmes");
  const exercise = useExercise();
  const programme = useQuery(useTRPC().operations.programme.queryOptions({ id, exercise }));
  return (
    <Known query={programme} title={t("notShown")} waiting={<SkeletonLines lines={10} />}>
      {(data) => (
        <Stack>
          <PageHeader
            title={<bdi>{data.code}</bdi>}
            crumbs={[{ label: t("back"), href: "/settings/programmes" }]}
            lead={
              data.operations === 0 ? (
                t("unused")
              ) : (
                <WorldLink href={`/operations?programme=${encodeURIComponent(data.code)}`}>
                  {t("used", { count: data.operations })}
                </WorldLink>
              )
            }
          />
          <ReviseForm programme={data} />
        </Stack>
      )}
    </Known>
  );
}

function ReviseForm({ programme }: { programme: Programme }) {
  const t = useTranslations("programmes");
  const words = useProgrammeWords();
  const { form, revise, clash } = useProgrammeRevising(programme);
  const differing = clash.fields(words);
  const closed = !programme.mayRevise;
  return (
    <Card>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => revise.mutate(values))}>
        {closed && <Notice tone="wait">{t("notYours")}</Notice>}
        {differing && <Clash fields={differing} chosen={clash.chosen} onChoose={clash.choose} />}
        <TextField
          label={t("field.code")}
          description={t("hint.codeFixed")}
          dir="auto"
          disabled
          value={programme.code}
        />
        <ProgrammeFields form={form} disabled={closed} />
        {!differing && <Refusal error={revise.error} />}
        {revise.isSuccess && !form.isDirty() && <Notice tone="valid">{t("saved")}</Notice>}
        {!closed && (
          <div className={styles.actions}>
            <SubmitButton pending={revise.isPending}>{t("save")}</SubmitButton>
          </div>
        )}
      </form>
    </Card>
  );
}
