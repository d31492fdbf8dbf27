"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { Columns, Stack } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import { MatchBadge } from "./match-badge.tsx";
import { MatchFacts } from "./match-facts.tsx";
import { MatchRemarks } from "./match-remarks.tsx";
import { MatchRequest } from "./match-request.tsx";
import { MatchSteps } from "./match-steps.tsx";
import type { Story } from "./match-types.ts";
import styles from "./matches.module.css";
import { NextActions } from "./next-actions.tsx";

type Props = { id: string; outcomes: ReactNode; history: ReactNode };

/** One match as a story: what is next, what happened, what was found, who asked what. */
export function MatchStory({ id, outcomes, history }: Props) {
  const t = useTranslations("matches");
  const trpc = useTRPC();
  const match = useQuery(trpc.matches.get.queryOptions({ id }));
  return (
    <Known query={match} title={t("title")} waiting={<SkeletonLines lines={10} />}>
      {(story) => (
        <>
          <StoryHeader story={story} />
          <Stack>
            <NextActions story={story} />
            <Columns split="7-5">
              <Stack>
                <Card title={t("story.steps")} note={story.point.timeZone}>
                  <MatchSteps story={story} />
                </Card>
                {outcomes}
                <MatchRemarks story={story} />
              </Stack>
              <Stack>
                <MatchFacts story={story} />
                <MatchRequest story={story} />
                {story.siblings.length > 0 && <Encounter story={story} />}
                {history}
              </Stack>
            </Columns>
          </Stack>
        </>
      )}
    </Known>
  );
}

function StoryHeader({ story }: { story: Story }) {
  const t = useTranslations("matches");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const locale = useLocale();
  const when = format.dateTime(story.detectedAt, "momentZone", { timeZone: story.point.timeZone });
  const hit = t("story.hit", {
    database: `\u2068${terms(`database.${story.database}`)}\u2069`,
    point: `\u2068${story.point.name}\u2069`,
  });
  return (
    <PageHeader
      title={story.reference}
      crumbs={[{ label: t("title"), href: "/matches" }, { label: story.operation.codename }]}
      exercise={story.operation.exercise}
      lead={`${hit} · \u2068${when}\u2069. ${t("story.lead")}`}
      chips={
        <>
          <MatchBadge state={story.state} />
          <VisibleTo who={[countryName(story.countryCode, locale)]} />
        </>
      }
    />
  );
}

function Encounter({ story }: { story: Story }) {
  const t = useTranslations("matches");
  const terms = useTranslations("terms");
  return (
    <Card title={t("story.encounter")}>
      <p>{t("story.encounterText")}</p>
      <ul className={styles.list}>
        {story.siblings.map((sibling) => (
          <li key={sibling.id} className={styles.requestHead}>
            <WorldLink href={`/matches/${sibling.id}`}>{sibling.reference}</WorldLink>
            {terms(`database.${sibling.database}`)}
            <MatchBadge state={sibling.state} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
