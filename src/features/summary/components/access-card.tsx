"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import type { SummaryFilter } from "../schema.ts";
import styles from "./summary.module.css";

type Access = RouterOutputs["points"]["accessTotals"];
type Props = { filter: SummaryFilter; operations: RouterOutputs["summary"]["totals"]["operations"] };

/** Access points by state and what is left after operations; null where the role reads none, or a choice it cannot answer. */
export function useAccess({ filter, operations }: Props) {
  const can = useCan();
  const trpc = useTRPC();
  const { exercise, country, operation, programme } = filter;
  const one = operation !== undefined || programme !== undefined ? operations[0]?.id : undefined;
  const answers = programme === undefined || operations.length === 1;
  const may = can("access:read") && answers;
  const read = useQuery({
    ...trpc.points.accessTotals.queryOptions({
      exercise,
      ...(country ? { country } : {}),
      ...(one ? { operationId: one } : {}),
    }),
    enabled: may,
  });
  return { data: may ? read.data : null, error: read.error, refetch: read.refetch };
}

/** What is connected, what is suspended, and whether the access that operations left behind is still used. */
export function AccessCard(props: Props) {
  const t = useTranslations("summary.access");
  return (
    <Known query={useAccess(props)} title={t("title")} waiting={<SkeletonLines lines={3} />}>
      {(access) => access && <AccessFacts access={access} />}
    </Known>
  );
}

function AccessFacts({ access }: { access: Access }) {
  const t = useTranslations("summary.access");
  const facts = useAccessFacts();
  return (
    <Card title={t("title")} action={<WorldLink href="/points">{t("all")}</WorldLink>}>
      <dl className={styles.open}>
        {facts(access).map(({ key, label, value, more, href }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <b>{href ? <WorldLink href={href}>{value}</WorldLink> : value}</b>
              {more.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

type Fact = { key: string; label: string; value: string; more: string[]; href: string | null };

/** The same facts for the page and for paper. A use that nobody can attribute is "not known", never "unused". */
export function useAccessFacts() {
  const t = useTranslations("summary.access");
  const format = useFormatter();
  const number = (count: number) => format.number(count, "count");
  const legacy = (
    key: "six" | "twelve",
    { asked, used, unused, unknown, notYet }: Access["legacy"]["six"],
  ): Fact[] =>
    asked + notYet === 0
      ? []
      : [
          {
            key,
            label: t(key),
            value: t("used", { used: number(used), asked: number(asked) }),
            more: [
              unused > 0 ? t("unused", { count: unused }) : "",
              unknown > 0 ? t("unknown", { count: unknown }) : "",
              notYet > 0 ? t("notYet", { count: notYet }) : "",
            ].filter(Boolean),
            href: null,
          },
        ];
  return ({ states, legacy: { six, twelve } }: Access): Fact[] => [
    { key: "live", label: t("live"), value: number(states.live), more: [], href: "/points?state=live" },
    {
      key: "suspended",
      label: t("suspended"),
      value: number(states.suspended),
      more: [],
      href: states.suspended > 0 ? "/points?state=suspended" : null,
    },
    {
      key: "preparing",
      label: t("preparing"),
      value: number(states.requested + states.approved + states.installed + states.tested),
      more: [],
      href: null,
    },
    ...(states.withdrawn > 0
      ? [{ key: "withdrawn", label: t("withdrawn"), value: number(states.withdrawn), more: [], href: null }]
      : []),
    ...legacy("six", six),
    ...legacy("twelve", twelve),
  ];
}
