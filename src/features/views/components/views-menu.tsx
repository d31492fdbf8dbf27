"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useId, useRef, useState } from "react";
import { untilLoaded } from "#components/form/until-loaded.ts";
import { Icon } from "#components/layout/icons.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import styles from "./views-menu.module.css";

const ViewsPanel = lazy(() =>
  untilLoaded(async () => ({ default: (await import("./views-panel.tsx")).ViewsPanel })),
);

/** Views kept under a name: any page with its filters, sorting and world, for oneself. */
export function ViewsMenu() {
  const t = useTranslations("views");
  const [open, setOpen] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={t("open")}
        title={t("open")}
        popoverTarget={id}
      >
        <Icon name="star" />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t("open")}
        className={styles.panel}
        onToggle={({ newState }) => setOpen(newState === "open")}
      >
        {open && (
          <Suspense fallback={<SkeletonLines lines={3} />}>
            <ViewsPanel onGone={() => panel.current?.hidePopover()} />
          </Suspense>
        )}
      </div>
    </>
  );
}
