"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useDraftOwner, type useDraft } from "#components/form/drafts.tsx";
import { ActionButton, ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useInBrowser } from "#components/form/use-in-browser.ts";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { errorOf } from "#offline/outbox.ts";
import { useOutbox } from "#offline/use-outbox.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { onlyAsked } from "../rules/next-steps.ts";
import type { KeptMatch, RecordMatch } from "../schema.ts";
import { LocalMomentPicker, useZoneName } from "./local-moment-picker.tsx";
import { MatchDetails } from "./match-details.tsx";
import { MatchFields, type Fields } from "./match-fields.tsx";
import { MatchRecorded, type Recorded } from "./match-recorded.tsx";
import styles from "./matches.module.css";
import { emptyMatch, resumeMatch, useMatchDraft, type MatchDraft } from "./use-match-draft.ts";

type Posts = RouterOutputs["matches"]["posts"];

/** Records a match on a phone: few answers now, the rest later; kept on this device until it is with the server. */
export function RecordMatchForm({ deploymentId }: { deploymentId?: string | undefined }) {
  const t = useTranslations("matches");
  const trpc = useTRPC();
  const exercise = useExercise();
  const read = useQuery(trpc.matches.posts.queryOptions({ exercise }));
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const { draft, kept } = useMatchDraft(exercise);
  /** Undefined for the first form, which offers what was kept; after that the next one begins empty or as a sibling. */
  const [next, setNext] = useState<FormProps["begin"]>();
  const known = kept === undefined || !read.data ? undefined : { posts: read.data, kept };
  return (
    <Known
      query={{ data: known, error: read.error, refetch: read.refetch }}
      title={t("form.title")}
      waiting={<SkeletonLines lines={6} />}
    >
      {({ posts, kept: before }) => {
        const [firstPost] = posts;
        if (!firstPost)
          return (
            <EmptyState
              title={t("form.noPosts")}
              action={
                !exercise && <ActionLink href="/log/match?exercise=1">{t("form.openExercise")}</ActionLink>
              }
            >
              {t("form.noPostsText")}
            </EmptyState>
          );
        if (recorded)
          return (
            <MatchRecorded
              recorded={recorded}
              again={(begin) => {
                setNext(begin);
                setRecorded(null);
              }}
            />
          );
        const wanted = posts.find((post) => post.deploymentId === deploymentId) ?? firstPost;
        const begun = next === undefined ? before : null;
        return <Form {...{ posts, wanted, draft, begun }} begin={next} done={setRecorded} />;
      }}
    </Known>
  );
}

type FormProps = {
  posts: Posts;
  begin: Pick<RecordMatch, "deploymentId" | "sameTravellerAs"> | null | undefined;
  /** The post one comes from, such as the return of the day. */
  wanted: Posts[number];
  draft: ReturnType<typeof useDraft>;
  /** What was kept on this device. */
  begun: KeptMatch | null;
  done: (recorded: Recorded) => void;
};

function Form(props: FormProps) {
  const { posts, begin, wanted, draft, done } = props;
  const t = useTranslations("matches");
  const { form, resumed, startAnew } = useRecordForm(props);
  const { send, pending, refused } = useSending(posts, (recorded) => {
    draft.drop();
    done(recorded);
  });
  const post = posts.find(({ deploymentId }) => deploymentId === form.values.deploymentId) ?? wanted;
  const zoneName = useZoneName();
  const here = useInBrowser();
  const fields: Fields = {
    values: form.values,
    bind: (name) => ({ value: form.values[name], error: form.errors[name] as string | undefined }),
    set: (name, value) => form.setFieldValue(name, value as never),
  };
  return (
    <form
      className={styles.form}
      inert={!here}
      noValidate
      onSubmit={form.onSubmit((values) => void send(values as RecordMatch))}
    >
      {resumed && (
        <Notice tone="plain" action={<ActionButton onClick={startAnew}>{t("form.discard")}</ActionButton>}>
          {t("form.resumed")}
        </Notice>
      )}
      <PostField posts={posts} fields={fields} />
      <LocalMomentPicker
        label={t("field.detectedAt")}
        zone={post.point.timeZone}
        description={t("localTime", {
          point: `\u2068${post.point.name}\u2069`,
          zone: zoneName(post.point.timeZone),
        })}
        value={form.values.detectedAt}
        error={form.errors.detectedAt}
        onChange={(at) => form.setFieldValue("detectedAt", at)}
      />
      <MatchFields {...fields} />
      <More fields={fields} post={post} open={Boolean(begin)} />
      <Refusal error={refused} />
      <SubmitButton big pending={pending}>
        {t("form.save")}
      </SubmitButton>
      <Foot country={post.countryCode} />
    </form>
  );
}

/** The form's values, kept as they are typed; what another post or moment makes unreadable is only ever replaced by hand. */
function useRecordForm({ posts, begin, begun, wanted, draft }: FormProps) {
  const [kept] = useState(() =>
    resumeMatch(
      begun,
      posts.map(({ deploymentId }) => deploymentId),
    ),
  );
  const [resumed, setResumed] = useState(kept !== null);
  const [first] = useState(() => kept ?? { ...emptyMatch(wanted.deploymentId), ...begin });
  const form = useZodForm<MatchDraft>({
    schema: async () => (await import("../schema.ts")).recordMatchInput,
    initialValues: first,
    onValuesChange: (values) => draft.keep(values),
  });
  const startAnew = () => {
    draft.drop();
    form.setValues(emptyMatch(wanted.deploymentId));
    setResumed(false);
  };
  return { form, resumed, startAnew };
}

/** Through the outbox: kept first, then sent under its own id. A refusal comes back into the form. */
function useSending(posts: Posts, done: (recorded: Recorded) => void) {
  const owner = useDraftOwner();
  const outbox = useOutbox(owner);
  const format = useFormatter();
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const send = async (values: RecordMatch) => {
    setPending(true);
    setRefused(null);
    const post = posts.find(({ deploymentId }) => deploymentId === values.deploymentId);
    const day = format.dateTime(values.detectedAt, "momentZone", { timeZone: post?.point.timeZone ?? "UTC" });
    const about = { title: post?.point.name ?? "", day };
    const entry = await outbox.file("match.record", onlyAsked(values), about);
    setPending(false);
    if (entry.state === "refused") {
      outbox.drop(entry.id);
      setRefused(errorOf(entry.refusal));
      return;
    }
    done({
      id: values.id,
      deploymentId: values.deploymentId,
      countryCode: post?.countryCode ?? "",
      reference: entry.state === "sent" ? (entry.receipt ?? null) : null,
    });
  };
  return { send, pending, refused };
}

function PostField({ posts, fields }: { posts: Posts; fields: Fields }) {
  const t = useTranslations("matches");
  const locale = useLocale();
  const countries = new Set(posts.map((post) => post.countryCode));
  const operations = new Set(posts.map((post) => post.operation.slug));
  const nameOf = (post: Posts[number]) =>
    [
      post.point.name,
      countries.size > 1 && countryName(post.countryCode, locale),
      operations.size > 1 && post.operation.codename,
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <SelectField
      label={t("field.post")}
      data={posts.map((post) => ({ value: post.deploymentId, label: nameOf(post) }))}
      value={fields.bind("deploymentId").value as string}
      onChange={(event) => fields.set("deploymentId", event.currentTarget.value)}
    />
  );
}

function More({ fields, post, open }: { fields: Fields; post: Posts[number]; open: boolean }) {
  const t = useTranslations("matches");
  const trpc = useTRPC();
  const { data: recent } = useQuery(trpc.matches.recent.queryOptions({ deploymentId: post.deploymentId }));
  return (
    <details className={styles.details} open={open || undefined}>
      <summary>{t("form.details")}</summary>
      <div className={styles.form}>
        <MatchDetails {...fields} zone={post.point.timeZone} recent={recent ?? []} />
      </div>
    </details>
  );
}

function Foot({ country }: { country: string }) {
  const t = useTranslations("matches");
  const locale = useLocale();
  return (
    <div className={styles.foot}>
      <VisibleTo who={[countryName(country, locale)]} />
      <span>{t("form.noNames")}</span>
    </div>
  );
}
