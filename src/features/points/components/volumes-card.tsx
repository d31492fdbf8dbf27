"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { VolumeSource, type Database } from "#generated/prisma/enums.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Access, Point, Volume } from "./point-types.ts";
import styles from "./points.module.css";
import { useCountWords } from "./use-count-words.ts";
import { VolumeForm } from "./volume-form.tsx";

const SOURCES = Object.values(VolumeSource);
const SHOWN = 6;

/** What each source counted by month, side by side and never summed. */
export function VolumesCard({ point }: { point: Point }) {
  const t = useTranslations("points.volume");
  const trpc = useTRPC();
  const exercise = useExercise();
  const read = useQuery(trpc.points.access.queryOptions({ id: point.id, exercise }));
  if (read.data?.length === 0) return null;
  return (
    <Card title={t("title")} note={t("note")}>
      <Known query={read} waiting={<SkeletonLines lines={4} />}>
        {(data) => (
          <>
            {data.every(({ volumes }) => volumes.length === 0) && <p className={styles.note}>{t("empty")}</p>}
            {data.map((access) => (
              <SystemVolumes key={access.id} access={access} mayWrite={point.may.writeAccess} />
            ))}
          </>
        )}
      </Known>
    </Card>
  );
}

type Open = { volume: Volume | null } | null;

function SystemVolumes({ access, mayWrite }: { access: Access; mayWrite: boolean }) {
  const t = useTranslations("points");
  const terms = useTranslations("terms");
  const [open, setOpen] = useState<Open>(null);
  const databases = [...new Set(access.volumes.map(({ database }) => database))];
  return (
    <section className={styles.system} aria-label={terms(`accessSystem.${access.system}`)}>
      <div className={styles.head}>
        <h3>{terms(`accessSystem.${access.system}`)}</h3>
        {mayWrite && open === null && (
          <ActionButton onClick={() => setOpen({ volume: null })}>{t("access.enterVolume")}</ActionButton>
        )}
      </div>
      {open && <VolumeForm access={access} volume={open.volume} close={() => setOpen(null)} />}
      {databases.map((database) => (
        <DatabaseVolumes
          key={database}
          access={access}
          database={database}
          onRevise={mayWrite ? (volume) => setOpen({ volume }) : undefined}
        />
      ))}
    </section>
  );
}

type Props = { access: Access; database: Database; onRevise: ((volume: Volume) => void) | undefined };

function DatabaseVolumes({ access, database, onRevise }: Props) {
  const t = useTranslations("points.volume");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const [all, setAll] = useState(false);
  const own = access.volumes.filter((volume) => volume.database === database);
  const months = [...new Set(own.map(({ month }) => month))].sort().reverse();
  const label = t("label", {
    system: terms(`accessSystem.${access.system}`),
    database: terms(`database.${database}`),
  });
  return (
    <div className={styles.form}>
      <SimpleTable
        label={label}
        columns={[
          { header: `${terms(`database.${database}`)} · ${t("month")}` },
          ...SOURCES.map((source) => ({ header: terms(`volumeSource.${source}`), align: "end" as const })),
        ]}
        rows={(all ? months : months.slice(0, SHOWN)).map((month) => ({
          key: month,
          cells: [
            format.dateTime(new Date(`${month}-01`), "month"),
            ...SOURCES.map((source) => (
              <VolumeCell
                key={source}
                volumes={own.filter((volume) => volume.month === month && volume.source === source)}
                onRevise={onRevise}
              />
            )),
          ],
        }))}
      />
      {!all && months.length > SHOWN && (
        <div>
          <ActionButton look="plain" onClick={() => setAll(true)}>
            {t("showAll", { count: months.length - SHOWN })}
          </ActionButton>
        </div>
      )}
    </div>
  );
}

/** The figure that stands, whether it was revised, and what stood before. */
function VolumeCell({ volumes, onRevise }: { volumes: readonly Volume[]; onRevise: Props["onRevise"] }) {
  const t = useTranslations("points.volume");
  const words = useCountWords();
  const now = volumes.find(({ supersededAt }) => supersededAt === null);
  if (!now) return <span title={t("nothingMeaning")}>{t("nothing")}</span>;
  const before = volumes.find(({ id }) => id === now.supersedesId);
  return (
    <>
      <span className={styles.revisable}>
        {onRevise && (
          <button type="button" className={styles.aside} onClick={() => onRevise(now)}>
            {t("revise")}
          </button>
        )}
        <span title={now.count === null ? t("unknownMeaning") : undefined}>{words(now.count)}</span>
      </span>
      {before && (
        <span className={styles.quiet}>
          {t("earlier", { count: words(before.count), reason: now.reason ?? "" })}
        </span>
      )}
    </>
  );
}
