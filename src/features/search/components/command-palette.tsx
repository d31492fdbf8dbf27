"use client";

import "@mantine/spotlight/styles.layer.css";
import { useDebouncedValue } from "@mantine/hooks";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { Icon, type IconName } from "#components/layout/icons.tsx";
import { keepWorld } from "#components/layout/keep-world.ts";
import { useExercise } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import { HIT_KINDS, type HitKind } from "../rules.ts";
import type { Hit } from "../schema.ts";
import styles from "./command-palette.module.css";

/** Something the reader can go to or do, already in their language. */
export type PaletteCommand = { key: string; label: string; icon: IconName; href?: string; run?: () => void };

type Props = { open: boolean; onClose: () => void; commands: readonly PaletteCommand[] };

const [store, spotlight] = createSpotlight();
const ICONS: Record<HitKind, IconName> = {
  operation: "operations",
  match: "matches",
  point: "points",
  training: "training",
  organisation: "people",
  person: "account",
};
const folded = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Search and commands in one list: what stands in the database under the reader's rights, and where one can go. */
export function CommandPalette({ open, onClose, commands }: Props) {
  const t = useTranslations("search");
  const [text, setText] = useState("");
  const router = useRouter();
  const exercise = useExercise();
  const { hits, asking } = useHits(text, exercise);
  useEffect(() => (open ? spotlight.open() : spotlight.close()), [open]);
  // What is found comes after the words are typed: the first of it is chosen then, so that Enter opens it.
  const found = hits.map(({ id }) => id).join();
  useEffect(() => {
    if (found !== "") chooseFirst();
  }, [found]);
  const go: Go = ({ href, run }) => {
    onClose();
    if (href !== undefined) router.push(keepWorld(href, exercise));
    run?.();
  };
  const fitting = useMemo(
    () => commands.filter(({ label }) => folded(label).includes(folded(text.trim()))),
    [commands, text],
  );
  const close = () => {
    setText("");
    onClose();
  };
  return (
    <Spotlight.Root
      store={store}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      scrollable
      maxHeight="min(70vh, 520px)"
      onSpotlightClose={close}
      lockScroll={false}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      transitionProps={{ duration: 0 }}
      classNames={{ action: styles.action ?? "", actionDescription: styles.aside ?? "" }}
      aria-label={t("open")}
    >
      <Spotlight.Search
        placeholder={t("placeholder")}
        aria-label={t("placeholder")}
        leftSection={<Icon name="matches" />}
      />
      <Spotlight.ActionsList>
        {HIT_KINDS.map((kind) => (
          <Found key={kind} kind={kind} hits={hits.filter((hit) => hit.kind === kind)} onGo={go} />
        ))}
        <Fitting commands={fitting} onGo={go} />
        {hits.length === 0 && fitting.length === 0 && (
          <Spotlight.Empty>{asking ? t("looking") : t("nothing")}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
      <Spotlight.Footer>{t("keys")}</Spotlight.Footer>
    </Spotlight.Root>
  );
}

/** As the palette itself does it when the words change. */
function chooseFirst() {
  const list = document.getElementById(store.getState().listId);
  list?.querySelector("[data-selected]")?.removeAttribute("data-selected");
  list?.querySelector("[data-action]")?.setAttribute("data-selected", "true");
  store.updateState((state) => ({ ...state, selected: 0 }));
}

function useHits(text: string, exercise: boolean): { hits: Hit[]; asking: boolean } {
  const trpc = useTRPC();
  const [settled] = useDebouncedValue(text.trim(), 200);
  const enabled = settled.length >= 2;
  const { data, isFetching, isPlaceholderData } = useQuery({
    ...trpc.search.find.queryOptions({ text: settled.slice(0, 100), exercise }, { enabled }),
    placeholderData: keepPreviousData,
  });
  const asking = isFetching || settled !== text.trim();
  const answered = enabled && !isPlaceholderData && settled === text.trim();
  // While other words are asked about, only what fits them stays: Enter never opens what was looked for before.
  const fits = ({ name }: Hit) => folded(name).includes(folded(text.trim()));
  return { hits: !enabled ? [] : answered ? (data ?? []) : (data ?? []).filter(fits), asking };
}

type Go = (to: Pick<PaletteCommand, "href" | "run">) => void;

function Fitting({ commands, onGo }: { commands: readonly PaletteCommand[]; onGo: Go }) {
  const t = useTranslations("search");
  if (commands.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t("commands")}>
      {commands.map((command) => (
        <Spotlight.Action
          key={command.key}
          label={command.label}
          leftSection={<Icon name={command.icon} />}
          onClick={() => onGo(command)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

type FoundProps = { kind: HitKind; hits: readonly Hit[]; onGo: (to: { href: string }) => void };

function Found({ kind, hits, onGo }: FoundProps) {
  const t = useTranslations("search");
  const locale = useLocale();
  const format = useFormatter();
  const aside = ({ detail, on, country }: Hit) =>
    [detail, on && format.dateTime(new Date(on), "day"), country && countryName(country, locale)]
      .filter(Boolean)
      .join(" · ");
  if (hits.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t(`kinds.${kind}`)}>
      {hits.map((hit) => (
        <Spotlight.Action
          key={hit.id}
          label={hit.name}
          description={aside(hit)}
          leftSection={<Icon name={ICONS[kind]} />}
          onClick={() => onGo(hit)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}
