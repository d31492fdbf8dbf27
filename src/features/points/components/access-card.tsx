"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { useExercise, WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import { AccessBadge } from "./access-badge.tsx";
import { AccessForm } from "./access-form.tsx";
import { AccessTimeline } from "./access-timeline.tsx";
import { DatabasesForm } from "./databases-form.tsx";
import type { Access, Point } from "./point-types.ts";
import styles from "./points.module.css";
import { StatusForm } from "./status-form.tsx";

/** Every system at the point with its dated way, and who may see it. */
export function AccessCard({ point }: { point: Point }) {
  const t = useTranslations("points.access");
  const locale = useLocale();
  const exercise = useExercise();
  const trpc = useTRPC();
  const read = useQuery(trpc.points.access.queryOptions({ id: point.id, exercise }));
  const [adding, setAdding] = useState(false);
  const mayAdd = point.may.writeAccess && point.retiredAt === null;
  return (
    <Card
      title={t("title")}
      note={<VisibleTo who={[countryName(point.countryCode, locale)]} />}
      action={mayAdd && !adding && <ActionButton onClick={() => setAdding(true)}>{t("add")}</ActionButton>}
    >
      {adding && <AccessForm point={point} close={() => setAdding(false)} />}
      <Known query={read} waiting={<SkeletonLines lines={4} />}>
        {(data) => (
          <>
            {data.length === 0 && !adding && (
              <EmptyState title={t("empty")}>{mayAdd && t("emptyText")}</EmptyState>
            )}
            {data.map((access) => (
              <SystemAccess key={access.id} access={access} point={point} />
            ))}
          </>
        )}
      </Known>
    </Card>
  );
}

/** For readers of other countries: that it is not shown, not whether there is any. */
export function AccessHidden() {
  const t = useTranslations("points.access");
  return (
    <Card title={t("title")}>
      <EmptyState title={t("hidden")}>{t("hiddenText")}</EmptyState>
    </Card>
  );
}

type Open = "status" | "databases" | null;

function SystemAccess({ access, point }: { access: Access; point: Point }) {
  const t = useTranslations("points.access");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <section className={styles.system} aria-label={terms(`accessSystem.${access.system}`)}>
      <div className={styles.head}>
        <h3>{terms(`accessSystem.${access.system}`)}</h3>
        <AccessBadge state={access.state} />
        {access.since && (
          <span className={styles.note}>
            {t("since", { date: format.dateTime(new Date(access.since), "day") })}
          </span>
        )}
      </div>
      <AccessFacts access={access} />
      <AccessTimeline access={access} mayWrite={point.may.writeAccess} />
      {open === "status" && <StatusForm access={access} point={point} close={close} />}
      {open === "databases" && <DatabasesForm access={access} pointId={point.id} close={close} />}
      {point.may.writeAccess && open === null && (
        <div className={styles.actions}>
          <ActionButton look="primary" onClick={() => setOpen("status")}>
            {t("addStatus")}
          </ActionButton>
          <ActionButton onClick={() => setOpen("databases")}>{t("change")}</ActionButton>
        </div>
      )}
    </section>
  );
}

function AccessFacts({ access: { databases, broughtBy } }: { access: Access }) {
  const t = useTranslations("points.access");
  const terms = useTranslations("terms.database");
  return (
    <dl className={styles.facts}>
      <dt>{t("databases")}</dt>
      <dd className={styles.chips}>
        {databases.length === 0
          ? t("noDatabases")
          : databases.map((database) => <Chip key={database}>{terms(database)}</Chip>)}
      </dd>
      <dt>{t("broughtBy")}</dt>
      <dd>
        {broughtBy ? (
          <WorldLink href={`/operations/${broughtBy.slug}`}>
            <bdi>{broughtBy.codename}</bdi>
          </WorldLink>
        ) : (
          t("nobody")
        )}
      </dd>
    </dl>
  );
}
